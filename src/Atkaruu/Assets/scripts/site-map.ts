// Where an object stands, drawn with a finger: a tap adds a point, one is a place, more are a line. Everything is kept in the
// text field («39.72, 72.51» on each line), which works without any of this and stays there to be put right by hand.
import 'leaflet/dist/leaflet.css';
import './site-map.css';
import { Browser, circleMarker, control, map as leaflet, marker, divIcon, polygon, polyline, layerGroup, tileLayer } from 'leaflet/dist/leaflet-src.esm.js';

type Position = [number, number];

for (const field of document.querySelectorAll<HTMLElement>('[data-site]')) {
  const text = field.querySelector('textarea');
  if (!text) continue;
  // A folded form has no size: the map is made when it is opened.
  const fold = field.closest('details');
  if (fold && !fold.open) fold.addEventListener('toggle', () => start(field, text), { once: true });
  else start(field, text);
}

function start(field: HTMLElement, text: HTMLTextAreaElement) {
  const data = field.dataset;
  const box = document.createElement('div');
  box.className = 'site-live no-print';
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', data.label!);
  const acts = document.createElement('p');
  acts.className = 'ak-acts';
  text.before(box, acts);

  const map = leaflet(box, { zoomControl: false, zoomSnap: 0.5, maxZoom: 18, scrollWheelZoom: false, attributionControl: false });
  const outline = polygon(rings(data), { className: 'land', interactive: false });
  map.fitBounds(outline.getBounds(), { padding: [4, 4] });
  if (data.tiles) {
    const words = document.createElement('i');
    words.textContent = data.credit ?? '';
    tileLayer(data.tiles, { maxZoom: 18, attribution: words.innerHTML, detectRetina: Browser.retina }).addTo(map);
    control.attribution({ prefix: false }).addTo(map);
    box.classList.add('on-tiles');
  }
  outline.addTo(map);
  control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  villages(data.villages ?? '').forEach(({ at, name }) => {
    const words = document.createElement('span');
    words.textContent = name;
    marker(at, { icon: divIcon({ className: 'site-village', html: words, iconSize: [0, 0] }), interactive: false, keyboard: false }).addTo(map);
  });
  map.on('zoomend moveend', () => declutter(box));
  declutter(box);
  const drawn = layerGroup().addTo(map);

  const button = (words: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-sm';
    made.textContent = words;
    made.addEventListener('click', act);
    acts.append(made);
    return made;
  };
  const undo = button(data.undo!, () => write(read().slice(0, -1)));
  const clear = button(data.clear!, () => write([]));

  const read = () => text.value.split('\n').map(line => line.match(/-?\d+(?:\.\d+)?/g)?.map(Number)).filter((pair): pair is Position => pair?.length === 2);
  const write = (points: Position[]) => {
    text.value = points.map(([lat, lon]) => `${lat}, ${lon}`).join('\n');
    draw();
  };
  const draw = () => {
    const points = read();
    drawn.clearLayers();
    if (points.length > 1) polyline(points, { className: 'site-line', interactive: false }).addTo(drawn);
    for (const point of points) circleMarker(point, { radius: 6, className: 'site-point', interactive: false }).addTo(drawn);
    undo.disabled = clear.disabled = points.length === 0;
  };

  map.on('click', ({ latlng }: { latlng: { lat: number; lng: number } }) => {
    const points = read();
    if (points.length < Number(data.most)) write([...points, [round(latlng.lat), round(latlng.lng)]]);
    map.scrollWheelZoom.enable();
  });
  map.on('blur', () => map.scrollWheelZoom.disable());
  text.addEventListener('input', draw);
  draw();
  const points = read();
  if (points.length > 0) map.fitBounds(polyline(points).getBounds().pad(0.6), { maxZoom: 14 });
}

/** A name that another has taken the room of waits until the map is larger. */
function declutter(box: HTMLElement) {
  const taken: DOMRect[] = [];
  for (const name of box.querySelectorAll<HTMLElement>('.site-village span')) {
    name.hidden = false;
    const rect = name.getBoundingClientRect();
    name.hidden = taken.some(other => rect.left < other.right && other.left < rect.right && rect.top < other.bottom && other.top < rect.bottom);
    if (!name.hidden) taken.push(rect);
  }
}

/** About a metre. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function villages(words: string): { at: Position; name: string }[] {
  return words.split('|').map(word => word.match(/^(\S+) (\S+) (.+)$/)).filter(found => found !== null)
    .map(([, lat, lon, name]) => ({ at: [Number(lat), Number(lon)], name }));
}

/** The outline of the picture in degrees: its box is known in both. */
function rings({ outline, size, bounds }: DOMStringMap): Position[][] {
  const [width, height] = size!.split(' ').map(Number);
  const [west, south, east, north] = bounds!.split(' ').map(Number);
  return outline!.split('Z').filter(Boolean).map(ring => ring.slice(1).split('L').map((corner): Position => {
    const [x, y] = corner.split(' ').map(Number);
    return [north - (y / height) * (north - south), west + (x / width) * (east - west)];
  }));
}
