// What of the texts of a part of the page is cut by the box that it stands in, leaves its control, or lies on another.
(part) => {
  const SLACK = 2; // pixels
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isClipped = (element) => element && (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
  const isHidden = (element) => element.closest("svg, template, [inert], style, script") || isClipped(element);
  const clips = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  const cutBy = (element, box) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
      if (style.display === "contents" || style.display === "inline") continue;
      if (!clips(style)) continue;
      const edge = each.getBoundingClientRect();
      const down = /hidden|clip/.test(style.overflowY) && (box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK);
      const across = /hidden|clip/.test(style.overflowX) && (box.left < edge.left - SLACK || box.right > edge.right + SLACK);
      if (down || across) return each;
    }
    return null;
  };
  const outside = (element, box) => { // of the control that it names
    const control = !element.matches("[data-testid=stIconMaterial]") &&
      element.closest("button[data-variant], button[kind], .choices a, .button, [data-tag]");
    const edge = control && control.getBoundingClientRect();
    return edge && (box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK || box.right > edge.right + SLACK);
  };
  const wrong = [], seen = [];
  const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || !isShown(element) || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(element).fontSize);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.right <= 0 || rect.left >= innerWidth) continue;
      const middle = (rect.top + rect.bottom) / 2; // letters, without the empty part of their line
      const box = { left: rect.left, right: rect.right, top: middle - size * .4, bottom: middle + size * .4 };
      const name = `${element.localName}.${element.className}: ${node.data.trim().slice(0, 40)}`;
      const cut = cutBy(element, box);
      if (cut) wrong.push(`${name} is cut by ${cut.localName}.${cut.className}`);
      if (outside(element, box)) wrong.push(`${name} leaves its control`);
      const other = seen.find((each) => each.element !== element &&
        Math.min(each.box.right, box.right) - Math.max(each.box.left, box.left) > SLACK &&
        Math.min(each.box.bottom, box.bottom) - Math.max(each.box.top, box.top) > SLACK);
      if (other) wrong.push(`${name} lies on ${other.name}`);
      seen.push({ element, box, name });
    }
  }
  for (const input of document.querySelectorAll(`${part} :is(input, select)`)) {
    const place = input.getBoundingClientRect();
    if (place.right <= 0 || !isShown(input) || isHidden(input) || input.type === "range" || input.type === "checkbox") continue;
    if (input.scrollWidth > input.clientWidth + SLACK) wrong.push(`${input.value || input.placeholder} does not fit its box`);
  }
  return { wrong: [...new Set(wrong)], texts: seen.length };
}
