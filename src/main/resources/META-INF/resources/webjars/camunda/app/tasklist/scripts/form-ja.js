// form-js 1.8 speaks English only and offers no hook for another language, nor does the engine's REST interface: this puts
// their sentences into Japanese after they appear. TasklistFormWordsTest compares the lists with the shipped bundle; docs/adr/0011 says why and what is left.

// {} stands for whatever form-js puts in; it comes back at {} of the Japanese, in the same order.
const SENTENCES = {
  'Value is not a number.': '数字で入力してください。',
  'Value is expected to be an integer.': '整数で入力してください。',
  'Value is expected to have at most {} decimal digit.': '小数点以下{}桁以内で入力してください。',
  'Value is expected to have at most {} decimal digits.': '小数点以下{}桁以内で入力してください。',
  'Please select a valid value, the two nearest valid values are {} and {}.': '{}や{}のように、決められた間隔の値を入力してください。',
  'Field must match pattern {}.': '入力形式が正しくありません。',
  'Field is required.': '必須項目です。入力してください。',
  'Field must have minimum value of {}.': '{}以上の値を入力してください。',
  'Field must have maximum value of {}.': '{}以下の値を入力してください。',
  'Field must have minimum length of {}.': '{}文字以上で入力してください。',
  'Field must have maximum length of {}.': '{}文字以内で入力してください。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '電話番号を +81312345678 の形で入力してください。',
  'Field must be a valid email.': 'メールアドレスを name@example.jp の形で入力してください。',
  'Date and time must both be entered.': '日付と時刻を両方とも入力してください。',
};

const WORDS = {
  'Select': '選んでください',
  'No results': '該当するものはありません',
  'All values selected': 'すべて選択済みです',
  'Nothing to show.': '表示するものはありません。',
  'Search': '検索',
  'Increment': '増やす',
  'Decrement': '減らす',
  'Remove tag': '外す',
  'Skip to search': '検索へ移る',
  'Previous page': '前のページ',
  'Next page': '次のページ',
  'Add new': '追加',
  'Collapse': '折りたたむ',
  'hh:mm': '時:分',
  'hh:mm ?m': '時:分',
};

const CHOICE = '.fjs-form-field-radio, .fjs-form-field-select, .fjs-form-field-checklist, .fjs-form-field-taglist';
const CHOOSE = '必須項目です。選んでください。';

// what the engine's REST interface puts before the Japanese reason of a refusal
const PREFACE = /^Cannot [ -~]*?: (?=[^ -~])/;
const NOT_ALLOWED = 'この操作をする権限がありません。';
const ASK_THE_OFFICE = '画面を更新して、もう一度お試しください。続くときは発行センターへお問い合わせください。';

// month and day in digits, in whatever order the browser's language has them
const DATE_PATTERN = /^(?:[dmy]{1,4}[^a-z]*){3}$/i;
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

const templates = Object.entries(SENTENCES).map(([english, japanese]) => ({
  pattern: new RegExp(`^${english.split('{}').map(escaped).join('([\\s\\S]*)')}$`),
  japanese,
}));

/** Field id to the message that its form gives for a broken pattern. */
const patternMessages = new Map();

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function sentence(text, element) {
  for (const { pattern, japanese } of templates) {
    const found = pattern.exec(text);
    if (found) {
      return forField(text, element) ?? found.slice(1).reduce((result, value) => result.replace('{}', () => value), japanese);
    }
  }
  return WORDS[text];
}

function forField(text, element) {
  if (text === 'Field is required.') {
    return element.closest(CHOICE) ? CHOOSE : undefined;
  }
  if (text.startsWith('Field must match pattern ')) {
    const id = element.closest('.fjs-form-field-error')?.id ?? '';
    return [...patternMessages].find(([field]) => id.endsWith(`-${field}-error-message`))?.[1];
  }
  return undefined;
}

function translateText(node) {
  const element = node.parentElement;
  if (element && !element.closest('.fjs-form-field-text')) {
    const japanese = sentence(node.data.trim(), element);
    if (japanese) {
      node.data = japanese;
    }
  }
}

function translateAttribute(element, name) {
  const text = element.getAttribute(name);
  if (text) {
    const japanese = DATE_PATTERN.test(text) ? datePattern(text) : WORDS[text];
    if (japanese) {
      element.setAttribute(name, japanese);
    }
  }
}

function datePattern(text) {
  return text.replace(/y+/i, '年').replace(/m+/i, '月').replace(/d+/i, '日');
}

function translateAll(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    for (const element of [root, ...root.querySelectorAll('[placeholder], [title], [aria-label]')]) {
      ATTRIBUTES.forEach(name => translateAttribute(element, name));
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
  }
}

/** A refusal brings its reason in Japanese; what else the engine says is for the office, and stays as a tooltip. */
function translateNotices(node) {
  node.parentElement?.closest('.notifications')?.querySelectorAll('.message').forEach(message => {
    const text = message.textContent;
    if (PREFACE.test(text)) {
      message.textContent = text.replace(PREFACE, '');
    } else if (/[a-z]/i.test(text) && /^[ -~\s]+$/.test(text)) {
      message.textContent = text.startsWith('The user with id ') ? NOT_ALLOWED : ASK_THE_OFFICE;
      message.title = text;
    }
  });
}

function isInForm(node) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.fjs-container');
}

function translateAdded(node) {
  translateNotices(node);
  if (isInForm(node)) {
    translateAll(node);
  } else {
    node.querySelectorAll?.('.fjs-container').forEach(translateAll);
  }
}

function translateChanges() {
  new MutationObserver(mutations => {
    for (const { type, target, attributeName, addedNodes } of mutations) {
      if (type === 'childList') {
        addedNodes.forEach(translateAdded);
      } else if (isInForm(target)) {
        if (type === 'attributes') translateAttribute(target, attributeName);
        else translateText(target);
      }
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
}

/** Reads each form that Tasklist has loaded once more, for the property patternMessage of its fields. */
function collectPatternMessages() {
  const read = new Set();
  new PerformanceObserver(entries => entries.getEntries().forEach(({ name }) => {
    const form = new URL(name, document.baseURI).pathname;
    if (/\/deployed-(start-)?form$/.test(form) && !read.has(form)) {
      read.add(form);
      fetch(form, { credentials: 'same-origin' })
        .then(response => response.ok ? response.json() : { components: [] })
        .then(({ components }) => components.forEach(remember))
        .catch(() => read.delete(form));
    }
  })).observe({ type: 'resource', buffered: true });
}

function remember({ id, properties, components = [] }) {
  if (properties?.patternMessage) {
    patternMessages.set(id, properties.patternMessage);
  }
  components.forEach(remember);
}

function localiseCalendar() {
  window.flatpickr?.localize({
    weekdays: {
      shorthand: ['日', '月', '火', '水', '木', '金', '土'],
      longhand: ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'],
    },
    months: {
      shorthand: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
      longhand: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    },
    firstDayOfWeek: 0,
    time_24hr: true,
    ordinal: () => '',
    rangeSeparator: ' から ',
    weekAbbreviation: '週',
    scrollTitle: 'スクロールで増減',
    toggleTitle: 'クリックで切り替え',
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '時',
    minuteAriaLabel: '分',
  });
  window.flatpickr?.setDefaults({ ariaDateFormat: 'Y年n月j日' });
}

document.documentElement.lang = 'ja'; // or the browser offers to translate the page and picks Chinese letter shapes
localiseCalendar();
collectPatternMessages();
translateChanges();
