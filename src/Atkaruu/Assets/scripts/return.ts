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
  for (const box of form.querySelectorAll<HTMLElement>('[data-parts]')) sums(box);
  for (const step of form.querySelectorAll<HTMLElement>('[data-step]')) steps(step);

  form.addEventListener('input', event => { if (!isFile(event.target)) { edits++; keepHere(); later(); } });
  form.addEventListener('change', event => {
    const chosen = event.target as HTMLInputElement;
    if (isFile(chosen)) void upload(chosen);
    else if (chosen.name.endsWith('.NoData') && chosen.value) {
      const own = chosen.name.slice(0, -'NoData'.length);
      for (const number of form.querySelectorAll<HTMLInputElement>('input.num')) if (number.name === own + 'Value' || number.name.startsWith(own + 'Parts[')) number.value = '';
      keepHere();
      later();
    }
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
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !/^(Key|Version|Began|__|Latitude|Longitude|Accuracy)/.test(name));
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
      const kept = await answer.json() as { version: number, began: string, saved: string, wrong: Record<string, string> };
      field('Version').value = String(kept.version);
      field('Began').value = kept.began;
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
    for (const name of ['Photos', 'Files']) body.delete(name);
    box.hidden = false;
    bar.removeAttribute('value');
    words.textContent = words.dataset.sending!;
    for (const file of [...chosen.files]) body.append(chosen.name, await shrunk(file));
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

const biggest = 2400, heaviest = 3 * 1024 * 1024;

/** A photograph no larger than anybody looks at, with its time and place; on any failure the photograph as it is. */
async function shrunk(file: File): Promise<File> {
  if (file.type !== 'image/jpeg') return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const by = Math.min(1, biggest / Math.max(picture.width, picture.height));
    if (by === 1 && file.size <= heaviest) return file;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(picture.width * by), Math.round(picture.height * by)];
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', .85));
    if (!small || small.size >= file.size) return file;
    const exif = exifOf(await file.slice(0, 256 * 1024).arrayBuffer());
    return new File(exif ? [small.slice(0, 2), exif, small.slice(2)] : [small], file.name, { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    return file;
  }
}

/** The part of a JPEG that knows time and place, said to stand upright: the canvas has turned it already. */
function exifOf(bytes: ArrayBuffer): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes);
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at + 1) !== 0xe1 || view.getUint32(at + 4) !== 0x45786966) continue; // APP1 «Exif»
    const part = bytes.slice(at, at + 2 + view.getUint16(at + 2)), exif = new DataView(part, 10), little = exif.getUint16(0) === 0x4949;
    const first = exif.getUint32(4, little);
    for (let n = exif.getUint16(first, little), entry = first + 2; n > 0; n--, entry += 12)
      if (exif.getUint16(entry, little) === 0x0112) exif.setUint16(entry + 8, 1, little);
    return new Uint8Array(part);
  }
  return null;
}

function number(text?: string) {
  return text?.trim() ? Number(text.replace(/\s/g, '').replace(',', '.')) : NaN;
}

/** What the parts come to, and by how much that is not the number. */
function sums(box: HTMLElement) {
  const whole = document.getElementById(box.dataset.parts!) as HTMLInputElement, line = box.querySelector<HTMLElement>('[data-sum]')!;
  const inputs = [...box.querySelectorAll<HTMLInputElement>('input')];
  const round = (n: number) => Math.round(n * 1e4) / 1e4;
  const show = () => {
    const parts = inputs.map(input => number(input.value)).filter(n => !Number.isNaN(n));
    const sum = round(parts.reduce((all, one) => all + one, 0)), total = number(whole.value), same = Number.isNaN(total) || total === sum;
    const places = [sum, total, round(Math.abs(sum - total))];
    line.textContent = parts.length ? (same ? line.dataset.same! : line.dataset.other!).replace(/\{(\d)\}/g, (_, n) => String(places[n]).replace('.', ',')) : '';
    line.classList.toggle('less', parts.length > 0 && !same);
  };
  for (const input of [whole, ...inputs]) input.addEventListener('input', show);
  show();
}

/** − and +, and how many points it is beside the last time. */
function steps(step: HTMLElement) {
  const input = step.querySelector('input')!, output = step.querySelector('output')!;
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
