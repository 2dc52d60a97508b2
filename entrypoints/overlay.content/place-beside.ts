/** Where a card stands: under its badge, else above it, always inside the window. Narrow windows have it as a sheet below (CSS). */
const GAP = 8;

export function placeBeside(box: HTMLElement, anchor: HTMLElement, dir: 'ltr' | 'rtl'): void {
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
  const { width, height } = box.getBoundingClientRect();
  // Gone from the page meanwhile: stay where it is.
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  if (!anchor.isConnected && box.style.top !== '') return;
  const roomBelow = clientHeight - bottom - 2 * GAP;
  const roomAbove = top - 2 * GAP;
  const y = height <= roomBelow || roomBelow >= roomAbove ? bottom + GAP : top - GAP - height;
  const x = dir === 'rtl' ? right - width : left;
  box.style.left = `${Math.round(Math.max(GAP, Math.min(x, clientWidth - width - GAP)))}px`;
  box.style.top = `${Math.round(Math.max(GAP, Math.min(y, clientHeight - height - GAP)))}px`;
}
