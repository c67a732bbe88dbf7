/**
 * Shows the drawing in the page where the screen is wide enough to read it. Elsewhere, and without scripts, the
 * link leads to it: nobody fetches what he does not see.
 */
const wide = matchMedia('(min-width: 75rem)');

function show(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-drawing]');
  if (link === null || !wide.matches) return;
  const drawing = document.createElement('object');
  drawing.type = 'image/svg+xml';
  drawing.data = link.href;
  drawing.ariaLabel = link.dataset.drawing ?? '';
  link.before(drawing);
  // What stands inside is shown where the drawing cannot be.
  drawing.append(link);
  delete link.dataset.drawing;
}

show();
wide.addEventListener('change', show);
