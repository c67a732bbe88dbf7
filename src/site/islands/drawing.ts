/**
 * Shows the drawing in the page where the screen is wide enough to read it. Elsewhere, and without scripts, the
 * link leads to it: nobody fetches what he does not see.
 */
const wide = matchMedia('(min-width: 75rem)');

function show(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-drawing]');
  if (link === null || !wide.matches) return;
  const drawing = document.createElement('iframe');
  drawing.title = link.dataset.drawing ?? '';
  drawing.addEventListener('load', () => {
    const box = drawing.contentDocument?.documentElement.getAttribute('viewBox')?.split(' ');
    // What came is no drawing: the link still leads to whatever it is.
    if (box === undefined) return drawing.remove();
    drawing.style.aspectRatio = `${box[2]} / ${box[3]}`;
    link.hidden = true;
  });
  drawing.src = link.href;
  link.before(drawing);
  delete link.dataset.drawing;
}

show();
wide.addEventListener('change', show);
