// The return, written on a telephone on a weak line. Everything but saving while typing works without this.
const form = document.querySelector<HTMLFormElement>('form[data-return][data-open]');
const status = document.getElementById('saved');
if (form) write(form);

function write(form: HTMLFormElement) {
  const store = `return/${form.dataset.who}/${form.dataset.return}`;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const say = (text?: string) => { if (status && text) status.textContent = text; };
  let timer = 0, edits = 0, saving: AbortController | null = null, quarrel = false;

  restore();
  for (const area of form.ownerDocument.querySelectorAll<HTMLTextAreaElement>('textarea[data-keys]:not([readonly])')) keys(area);
  for (const step of form.querySelectorAll<HTMLElement>('[data-step]')) steps(step);

  form.addEventListener('input', event => { if (!isFile(event.target)) { edits++; keepHere(); later(); } });
  form.addEventListener('change', event => {
    const chosen = event.target as HTMLInputElement;
    if (isFile(chosen)) void upload(chosen);
    else if (chosen.name.endsWith('.NoData') && chosen.value) { field(chosen.name.replace('NoData', 'Value')).value = ''; keepHere(); later(); }
  });
  form.addEventListener('submit', () => { clearTimeout(timer); saving?.abort(); keepHere(true); });
  form.addEventListener('click', event => {
    const pressed = (event.target as Element).closest<HTMLElement>('button');
    if (pressed?.dataset.take) take(pressed.dataset.take, pressed.dataset.text ?? '');
    if (pressed?.dataset.where) where(pressed);
    if (pressed && 'forget' in pressed.dataset) { localStorage.removeItem(store); location.reload(); }
  });
  addEventListener('online', () => void save());

  /**
   * What is typed is kept on this device at once, with the version of the return it was typed over, and put back unless the
   * server has taken it. No clock is asked: that of a telephone is often wrong.
   */
  function keepHere(sent = false) {
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !/^(Key|Version|__|Latitude|Longitude|Accuracy)/.test(name));
    try { localStorage.setItem(store, JSON.stringify({ over: field('Version').value, key: field('Key').value, sent, fields })); } catch { /* full, or not allowed */ }
  }

  /** The server has it, unless something was typed while it was on its way. */
  function forget(typed: number) {
    if (typed === edits) localStorage.removeItem(store);
    else keepHere();
  }

  function restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(store) ?? 'null');
      if (!kept || document.querySelector('[data-test=errors], [data-test=conflict]')) return;
      const taken = kept.sent && kept.over !== field('Version').value; // it went off, and something came of it
      if (taken) { localStorage.removeItem(store); return; }
      let changed = false;
      for (const [name, value] of kept.fields as [string, string][]) {
        const found = field(name);
        if (!found || found.type === 'hidden' || found.type === 'checkbox' || found.value === value) continue;
        found.value = value;
        if (found.closest) found.closest('details')?.setAttribute('open', '');
        changed = true;
      }
      if (!changed) return;
      [field('Version').value, field('Key').value] = [kept.over, kept.key]; // when somebody else wrote meanwhile, both texts are shown, and neither is lost
      document.getElementById('restored')!.hidden = false;
      later();
    } catch { localStorage.removeItem(store); }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), 1500);
  }

  async function save() {
    if (quarrel) return;
    saving?.abort();
    const own = saving = new AbortController();
    say(status?.dataset.saving);
    const typed = edits;
    const body = new FormData(form);
    body.delete('Photos'); body.delete('Files');
    try {
      const answer = await fetch('?handler=Save', { method: 'POST', body, headers: { 'X-Fetch': '1' }, signal: own.signal });
      if (answer.status === 409) { quarrel = true; say(status?.dataset.conflict); return; }
      if (!answer.ok) { say(status?.dataset.local); return; }
      const kept = await answer.json() as { version: number, saved: string, wrong: Record<string, string> };
      field('Version').value = String(kept.version);
      mark(kept.wrong);
      say(kept.saved);
      if (Object.keys(kept.wrong).length === 0) forget(typed);
      else keepHere();
    } catch (failure) {
      if ((failure as Error).name !== 'AbortError') say(status?.dataset.local);
    }
  }

  /** What could not be understood is said beside its field, and has not been kept by the server. */
  function mark(wrong: Record<string, string>) {
    for (const old of form.querySelectorAll('.ak-wrong[data-live]')) old.remove();
    for (const [name, sentence] of Object.entries(wrong)) {
      const found = field(name);
      if (!found?.parentElement || form.querySelector(`[id="${found.id}-wrong"]`)) continue;
      const line = document.createElement('p');
      line.className = 'ak-wrong';
      line.dataset.live = '';
      line.textContent = sentence;
      (found.closest('.step') ?? found).before(line);
    }
  }

  /** Files go at once, with their progress shown; what does not go stays chosen and goes with the form. */
  async function upload(chosen: HTMLInputElement) {
    if (!chosen.files?.length) return;
    const box = document.getElementById('sending')!, bar = box.querySelector('progress')!, words = box.querySelector('span')!;
    const body = new FormData(form);
    for (const other of ['Photos', 'Files']) if (other !== chosen.name) body.delete(other);
    box.hidden = false;
    words.textContent = words.dataset.sending!;
    const request = new XMLHttpRequest();
    request.open('POST', '?handler=Attach');
    request.setRequestHeader('X-Fetch', '1');
    request.upload.onprogress = sent => { if (sent.lengthComputable) bar.value = 100 * sent.loaded / sent.total; };
    request.onerror = () => { words.textContent = words.dataset.failed!; };
    request.onload = () => {
      if (request.status !== 200) {
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        words.textContent = page.querySelector('.ak-errors li')?.textContent?.trim() || words.dataset.failed!;
        if (request.status === 422) chosen.value = '';
        return;
      }
      field('Version').value = request.getResponseHeader('X-Version') ?? field('Version').value;
      document.getElementById('shots')!.innerHTML = request.responseText;
      chosen.value = '';
      box.hidden = true;
    };
    request.send(body);
  }

  function where(button: HTMLElement) {
    const words = button.nextElementSibling!;
    navigator.geolocation?.getCurrentPosition(found => {
      field('Latitude').value = String(found.coords.latitude);
      field('Longitude').value = String(found.coords.longitude);
      field('Accuracy').value = String(Math.round(found.coords.accuracy));
      words.textContent = button.dataset.where!.replace('%m', field('Accuracy').value);
    }, () => { words.textContent = button.dataset.refused!; }, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  }

  function take(id: string, text: string) {
    const into = document.getElementById(id) as HTMLTextAreaElement;
    into.value = text;
    into.dispatchEvent(new Event('input', { bubbles: true }));
    into.focus();
  }
}

function isFile(target: EventTarget | null) {
  return (target as HTMLInputElement).type === 'file';
}

/** ң ө ү under every place for words: many keyboards lack them. */
function keys(area: HTMLTextAreaElement) {
  const model = document.getElementById('keys');
  if (!model) return;
  const row = model.cloneNode(true) as HTMLElement;
  row.removeAttribute('id');
  row.hidden = false;
  area.after(row);
  row.addEventListener('click', event => {
    const letter = (event.target as HTMLElement).dataset.key;
    if (!letter) return;
    area.setRangeText(letter, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** − and +, and how many points it is beside the last time. */
function steps(step: HTMLElement) {
  const input = step.querySelector('input')!, output = step.querySelector('output')!;
  const number = (text?: string) => text?.trim() ? Number(text.replace(',', '.')) : NaN;
  const show = () => {
    const by = Math.round((number(input.value) - number(step.dataset.was)) * 10) / 10;
    output.textContent = by ? `${by > 0 ? '+' : '−'}${String(Math.abs(by)).replace('.', ',')} ${step.dataset.points}` : '';
    output.classList.toggle('less', by < 0);
  };
  for (const button of step.querySelectorAll<HTMLButtonElement>('[data-by]'))
    button.addEventListener('click', () => {
      const now = number(input.value);
      input.value = String(Math.min(100, Math.max(0, (Number.isNaN(now) ? 0 : now) + Number(button.dataset.by)))).replace('.', ',');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  input.addEventListener('input', show);
  show();
}
