// Passkeys: asks the server for a question, the device for the answer, and sends the form with it.
// Pages that offer it offer a password, too.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const start = form.querySelector<HTMLButtonElement>('[data-passkey-start]');
  const wrong = form.querySelector<HTMLElement>('[data-passkey-wrong]');
  if (!start) continue;
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    (start.parentElement ?? start).hidden = true;
    continue;
  }

  start.addEventListener('click', async () => {
    start.disabled = true;
    if (wrong) wrong.hidden = true;
    try {
      const answer = await fetch(start.dataset.url!, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) throw new Error(String(answer.status));
      const question = await answer.json();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
      form.querySelector<HTMLInputElement>('input[name=Credential]')!.value = JSON.stringify(credential);
      form.action = start.dataset.to!;
      form.submit(); // past the fields of the password, which stay empty
    } catch {
      start.disabled = false;
      if (wrong) wrong.hidden = false;
    }
  });
}
