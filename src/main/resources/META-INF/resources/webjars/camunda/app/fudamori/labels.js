// A web app fetches its labels after it has started, and its first page keeps the bare keys ("CREATION_DATE") where that comes too
// late, as it does for who is logged in already. It looks into the browser's storage first: this puts them there before the start,
// at every start, so that no old label stays either. docs/adr/0024

const STORE = 'camunda-web';

export async function loadLabels() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  try {
    const answer = await fetch(`${folder}ja.json`, { credentials: 'same-origin', cache: 'no-cache' });
    if (answer.ok) {
      const stored = JSON.parse(localStorage.getItem(STORE) ?? '{}');
      stored[`${folder}_locales_data_ja_${window.bust}`] = JSON.stringify(await answer.json());
      localStorage.setItem(STORE, JSON.stringify(stored));
    }
  } catch (error) {
    console.warn('labels come later', error); // the app fetches them itself
  }
}
