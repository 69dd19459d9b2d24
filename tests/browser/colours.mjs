// Colours as eyes take them: contrast (WCAG 2), distance (CIE 1976), and how they look to eyes that lack a kind of cone
// (Machado, Oliveira, Fernandes 2009, severity 1).
const EYES = {
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` → linear red, green, blue, and opacity. */
export const parse = (text) => {
  const [r, g, b, opacity = 1] = text.match(/[\d.]+/g).map(Number);
  return [linear(r / 255), linear(g / 255), linear(b / 255), opacity];
};
/** A colour on a ground. Mixed as light is, which is near enough for opaque colours. */
export const overlay = ([r, g, b, opacity], ground) => [...[r, g, b].map((value, at) => value * opacity + ground[at] * (1 - opacity)), 1];
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
export const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
export const seenBy = (eye, colour) => EYES[eye].map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, at) => sum + part * colour[at], 0))));
const lab = ([r, g, b]) => {
  const curve = (t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(luminance([r, g, b]));
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
export const distance = (a, b) => Math.hypot(...lab(a).map((value, at) => value - lab(b)[at]));
