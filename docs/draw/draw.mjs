// Draws every model in bpmn/ as docs/<model>.svg, as Camunda Modeler shows it, and those that clinics see once more as
// src/main/resources/pictures/<model>.svg: small, without styles, each element with its id. Needs Debian's chromium.
//   cd docs/draw && npm ci && npm run draw
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const models = new URL('../../bpmn/', import.meta.url);
const pictures = new URL('../', import.meta.url);
const portal = new URL('../../src/main/resources/pictures/', import.meta.url);
const shownToClinics = ['certificate-application.bpmn', 'notice-delivery.bpmn', 'qualification-application.bpmn'];
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
await page.setContent('<div id="canvas" style="width: 3000px; height: 1200px"></div>');
await page.addScriptTag({ path: viewer });

for (const file of readdirSync(models).filter((name) => name.endsWith('.bpmn'))) {
  const xml = readFileSync(new URL(file, models), 'utf8');
  // ModelPictureTest compares it, so that no picture is older than its model
  const drawnFrom = `<!-- drawn from ${file}, SHA-256 ${createHash('sha256').update(xml).digest('hex')} -->\n`;
  const picture = new URL(file.replace('.bpmn', '.svg'), pictures);
  const small = shownToClinics.includes(file) ? new URL(file.replace('.bpmn', '.svg'), portal) : picture;
  if ([picture, small].every((drawn) => existsSync(drawn) && readFileSync(drawn, 'utf8').includes(drawnFrom))) continue;
  const svg = await page.evaluate(async (model) => {
    const canvas = new BpmnJS({ container: '#canvas' });
    await canvas.importXML(model);
    const picture = await canvas.saveSVG();
    canvas.destroy();
    return picture.svg;
  }, xml);
  const white = svg.replace(/(<svg [^>]*>)/, '$1<rect x="-10000" y="-10000" width="20000" height="20000" fill="white"/>');
  writeFileSync(picture, white.trimEnd() + '\n' + drawnFrom);
  if (small !== picture) writeFileSync(small, (await page.evaluate(shrink, svg)) + '\n' + drawnFrom);
}
await browser.close();

/** Runs in the page. Styles become attributes, which the portal's content security policy allows; colours are its CSS's. */
function shrink(svg) {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'marker-start', 'marker-end', 'font-size', 'font-weight'];
  const round = (text) => text.replace(/-?\d+\.\d+(e-\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10));
  drawing.querySelectorAll('.djs-hit, .djs-outline').forEach((element) => element.remove());
  for (const element of drawing.querySelectorAll('*')) {
    const style = element.getAttribute('style');
    if (style) {
      const rules = Object.fromEntries(style.split(';').map((rule) => rule.split(/:(.*)/s).map((part) => part.trim())));
      for (const name of kept) {
        if (rules[name]) element.setAttribute(name, rules[name].replace(/"/g, '').replace('url(#', 'url(#'));
      }
      element.removeAttribute('style');
    }
    for (const [name, value] of [...element.attributes].map((a) => [a.name, a.value])) {
      if (name === 'lineHeight' || (name === 'rx' && value === '0') || (name === 'ry' && value === '0')) element.removeAttribute(name);
      else if (['d', 'transform', 'x', 'y', 'points'].includes(name)) element.setAttribute(name, round(value));
      else if (value === 'rgb(34, 36, 42)') element.setAttribute(name, '#333');
      else if (value === 'white') element.setAttribute(name, '#fff');
    }
    const id = element.getAttribute('data-element-id');
    const own = element.getAttribute('class');
    element.removeAttribute('class');
    if (id) {
      element.removeAttribute('data-element-id');
      element.setAttribute('id', 'at-' + id);
    } else if (own === 'djs-visual') {
      element.setAttribute('class', 'drawn');
    }
  }
  drawing.querySelectorAll('g:empty').forEach((element) => element.remove());
  for (const name of ['width', 'height', 'version']) drawing.removeAttribute(name);
  return new XMLSerializer().serializeToString(drawing).replace(/ xmlns:xlink="[^"]*"/, '').replace(/>\s+</g, '><');
}
