/** Where the person is, asked only when they tick it: fills hidden fields of the form that takes photographs. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-place-form]')) {
  const tick = form.querySelector<HTMLInputElement>('[data-place]');
  const said = form.querySelector<HTMLElement>('[data-place-said]');
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[data-${name}]`);
  const fill = (at?: GeolocationCoordinates) => {
    for (const name of ['latitude', 'longitude', 'accuracy'] as const) {
      const hidden = field(name);
      if (hidden) hidden.value = at ? String(at[name]) : '';
    }
  };
  // The browser's own words for a chosen file are in its own language; here stand the names of the files.
  for (const files of form.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    const words = files.parentElement?.querySelector('span');
    const empty = words?.textContent ?? '';
    files.addEventListener('change', () => {
      if (words) words.textContent = [...files.files ?? []].map(file => file.name).join(', ') || empty;
    });
  }
  tick?.addEventListener('change', () => {
    fill();
    if (said) said.textContent = '';
    if (!tick.checked) return;
    const refuse = () => {
      tick.checked = false;
      if (said) said.textContent = said.dataset.no ?? '';
    };
    if (!navigator.geolocation) return refuse();
    navigator.geolocation.getCurrentPosition(at => {
      fill(at.coords);
      if (said) said.textContent = (said.dataset.yes ?? '').replace('[m]', String(Math.ceil(at.coords.accuracy)));
    }, refuse, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  });
}
