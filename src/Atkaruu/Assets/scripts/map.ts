// The map of the district, to move and enlarge. Everything it shows it reads from the picture that is already on the page,
// and the list under the picture says the same, so nothing is lost without it; that is also why its marks need no keyboard.
import 'leaflet/dist/leaflet.css';
import './map.css';
import { Browser, Layer, control, divIcon, latLng, map as leaflet, marker, polygon, tileLayer } from 'leaflet/dist/leaflet-src.esm.js';

type Mark = { href: string; name: string; count: number; approx: boolean; lat: number; lon: number; x: number; y: number };

const figure = document.querySelector<HTMLElement>('.promise-map');
const picture = figure?.querySelector<SVGSVGElement>('svg');
const marks = picture ? [...picture.querySelectorAll<SVGAElement>('a.mark')].map(read) : [];
if (figure && picture && marks.length > 1) start(figure, picture);

function read(link: SVGAElement): Mark {
  const { lat, lon, count, name } = link.dataset;
  const circle = link.querySelector('circle')!;
  return {
    href: link.href.baseVal, name: name!, count: Number(count), approx: circle.classList.contains('approx'), lat: Number(lat), lon: Number(lon),
    x: circle.cx.baseVal.value, y: circle.cy.baseVal.value,
  };
}

function start(figure: HTMLElement, picture: SVGSVGElement) {
  const box = document.createElement('div');
  box.className = 'map-live no-print';
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', figure.dataset.label!);
  picture.before(box);

  const map = leaflet(box, { zoomControl: false, zoomSnap: 0.25, maxZoom: 16, scrollWheelZoom: false, attributionControl: false });
  const outline = polygon(rings(picture), { className: 'land', interactive: false });
  if (figure.dataset.tiles) ground(figure, box, map);
  map.fitBounds(outline.getBounds(), { padding: [8, 8] });
  map.setMinZoom(map.getZoom() - 1);
  if (box.clientWidth < 600) map.fitBounds(marks.map(mark => [mark.lat, mark.lon]), { padding: [34, 34] });
  outline.addTo(map);
  control.zoom({ zoomInTitle: figure.dataset.zoomIn, zoomOutTitle: figure.dataset.zoomOut }).addTo(map);
  distances(figure).addTo(map);
  for (const mark of marks.sort((a, b) => b.count - a.count)) pin(mark).addTo(map);

  // The wheel scrolls the page until one has pressed on the map.
  map.on('focus click', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  map.on('zoomend moveend', () => declutter(box));
  declutter(box);
  figure.classList.add('is-live');
}

function ground(figure: HTMLElement, box: HTMLElement, map: ReturnType<typeof leaflet>) {
  const words = document.createElement('i');
  words.textContent = figure.dataset.credit ?? '';
  tileLayer(figure.dataset.tiles!, { maxZoom: 16, attribution: words.innerHTML, detectRetina: Browser.retina }).addTo(map);
  control.attribution({ prefix: false }).addTo(map);
  box.classList.add('on-tiles');
}

function pin(mark: Mark): Layer {
  const shape = document.createElement('span');
  shape.className = `pin${mark.count ? ' has' : ''}${mark.approx ? ' approx' : ''}`;
  shape.innerHTML = '<b></b><span></span>';
  shape.querySelector('b')!.textContent = mark.count ? String(mark.count) : '';
  shape.querySelector('span')!.textContent = mark.name;
  shape.addEventListener('click', () => location.assign(mark.href));
  shape.setAttribute('aria-hidden', 'true');
  return marker(latLng(mark.lat, mark.lon), { icon: divIcon({ className: '', html: shape, iconSize: [0, 0] }), interactive: false, keyboard: false });
}

/** The bar for distances, in the words of the page: Leaflet knows only «km». */
function distances(figure: HTMLElement) {
  const bar = control.scale({ imperial: false });
  const [kilometre, metre] = figure.dataset.units!.split('|');
  const draw = bar._updateScale;
  bar._updateScale = (line: HTMLElement, label: string, share: number) =>
    draw.call(bar, line, label.replace(/ km$/, ` ${kilometre}`).replace(/ m$/, ` ${metre}`), share);
  return bar;
}

/** A name finds room beside, over or under its mark, or waits until the map is larger. */
function declutter(box: HTMLElement) {
  const pins = [...box.querySelectorAll<HTMLElement>('.pin')];
  const { left, right } = box.getBoundingClientRect();
  const taken = pins.map(pin => pin.querySelector('b')!.getBoundingClientRect());
  for (const pin of pins) {
    const name = pin.querySelector<HTMLElement>('span')!;
    name.hidden = !['r', 'l', 't', 'b'].some(side => {
      name.className = side;
      name.hidden = false;
      const rect = name.getBoundingClientRect();
      const free = rect.left > left && rect.right < right && !taken.some(other => rect.left < other.right && other.left < rect.right && rect.top < other.bottom && other.top < rect.bottom);
      if (free) taken.push(rect);
      return free;
    });
  }
}

/** The outline of the picture in degrees, by two marks whose places in both are known. */
function rings(picture: SVGSVGElement): [number, number][][] {
  const by = (key: (mark: Mark) => number) => [...marks].sort((a, b) => key(a) - key(b));
  const [west, east] = ends(by(mark => mark.lon));
  const [south, north] = ends(by(mark => mark.lat));
  const perX = (east.lon - west.lon) / (east.x - west.x);
  const perY = (north.lat - south.lat) / (north.y - south.y);
  const path = picture.querySelector('.land')!.getAttribute('d')!;
  return path.split('Z').filter(Boolean).map(ring => ring.slice(1).split('L').map(corner => {
    const [x, y] = corner.split(' ').map(Number);
    return [south.lat + (y - south.y) * perY, west.lon + (x - west.x) * perX];
  }));
}

function ends<T>(sorted: T[]): [T, T] {
  return [sorted[0], sorted[sorted.length - 1]];
}
