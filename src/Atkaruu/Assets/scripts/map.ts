// The map of the district. Without this script the page shows the same places as a picture and a list.
import 'leaflet/dist/leaflet.css';
import * as L from 'leaflet';

void L;
