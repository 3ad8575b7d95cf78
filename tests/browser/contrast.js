// What of a page's charts is too faint: texts below 4.5 to what lies under them, marks below 3 to the page.
() => {
  const channels = (colour, opacity) => {
    const found = (colour.match(/[\d.]+/g) || []).map(Number);
    if (found.length < 3) return null;
    return [...found.slice(0, 3), (found[3] ?? 1) * opacity];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const luminance = (colour) => {
    const [r, g, b] = colour.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const opacity = (element) => {
    let value = 1;
    for (let e = element; e; e = e.parentElement) value *= Number(getComputedStyle(e).opacity);
    return value;
  };
  const paint = (element, kind) => {
    const style = getComputedStyle(element);
    if (style[kind] === "none" || (kind === "stroke" && parseFloat(style.strokeWidth) < 1)) return null;
    return channels(style[kind], opacity(element) * Number(style[`${kind}Opacity`]));
  };
  const page = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor, 1);
      if (colour && colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const covers = (mark, x, y) => {
    const box = mark.getBoundingClientRect();
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  };

  const faint = [];
  let texts = 0, marks = 0;
  for (const chart of document.querySelectorAll('[data-testid="stVegaLiteChart"] svg')) {
    const ground = page(chart);
    const drawn = [...chart.querySelectorAll(".mark-symbol.role-mark path, .mark-rect.role-mark path")].filter((mark) => {
      const box = mark.getBoundingClientRect();
      return box.width > 1 && box.height > 0.5 && !mark.closest('[class*="brush"]');
    });
    for (const mark of drawn) {
      const seen = [paint(mark, "fill"), paint(mark, "stroke")].filter((colour) => colour && colour[3] > 0);
      if (!seen.length) continue;
      const best = Math.max(0, ...seen.map((colour) => contrast(over(colour, ground), ground)));
      marks += 1;
      if (best < 3) faint.push(`mark ${mark.getAttribute("aria-label")}: ${best.toFixed(2)}`);
    }
    for (const text of chart.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      const colour = paint(text, "fill");
      if (!text.textContent.trim() || !colour || !box.width || opacity(text) === 0) continue;
      const under = drawn.filter((mark) => mark.parentElement.matches(".mark-rect") &&
        covers(mark, box.left + box.width / 2, box.top + box.height / 2)).pop();
      const fill = under && paint(under, "fill");
      const behind = fill ? over(fill, ground) : ground;
      const value = contrast(over(colour, behind), behind);
      texts += 1;
      if (value < 4.5) faint.push(`text ${text.textContent}: ${value.toFixed(2)}`);
    }
  }
  return { faint, texts, marks };
}
