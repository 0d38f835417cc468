// Answers while typing. Without this script the same form works with its button.
import htmx from 'htmx.org/dist/htmx.esm.min.js';

void htmx;
