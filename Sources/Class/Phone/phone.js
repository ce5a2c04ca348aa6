'use strict';
// The page of a student: it shows what the wall says of her seat, and posts what she does.
// Texts are the language tables'; whatever comes from people is set as text, never as markup.

const byId = (id) => document.getElementById(id);
const texts = JSON.parse(byId('texts').textContent);
const isLight = matchMedia('(prefers-color-scheme: light)');

const kept = (key, value) => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
  } catch { /* Kept only as long as the page is open. */ }
  return null;
};

let language = kept('language') in texts ? kept('language') : document.documentElement.lang;
let token = kept('token');
let source = null, heard = 0, view = null, shown = null, ownName = '';

const t = (key, blanks = {}) =>
  (texts[language][key] ?? key).replace(/\{(\w+)\}/g, (all, name) => blanks[name] ?? all);

// A tag with its attributes and children; functions are listeners.
function h(tag, attributes, ...children) {
  const svg = ['svg', 'rect', 'path', 'polyline'].includes(tag);
  const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

const set = (node, text) => { if (node.textContent !== text) node.textContent = text; };

// Three digits, as they are read aloud.
function number(value, digits = 3) {
  if (value == null) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) {
    return value.toExponential(Math.min(digits, 2) - 1).replace('e+', 'e');
  }
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}

function announce(text) { set(byId('news'), text); }

let toastTimer;
function toast(text) {
  const place = byId('toast');
  place.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { place.textContent = ''; }, 5000);
}

function line(text) {
  byId('line').hidden = !text;
  set(byId('line'), text ?? '');
}

// The network.

const post = (path, what) => fetch(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(what),
});

async function refusal(answer) {
  const { refused } = await answer.json().catch(() => ({}));
  return refused ?? 'unreadable';
}

// What was said first is heard first, whatever way it takes.
let saying = Promise.resolve();
const say = (what) => saying = saying.then(() => send(what));

async function send(what) {
  try {
    const answer = await post('/say', { token, ...what });
    if (answer.ok) return true;
    const refused = await refusal(answer);
    if (refused === 'unknown_seat') lose('removed'); else toast(t('refused.' + refused));
  } catch { toast(t('not_sent')); }
  return false;
}

function listen() {
  source?.close();
  heard = Date.now();
  const own = source = new EventSource('/events?token=' + token);
  own.onopen = () => { heard = Date.now(); line(null); };
  own.onmessage = (event) => {
    heard = Date.now();
    line(null);
    view = JSON.parse(event.data);
    show();
  };
  own.addEventListener('beat', () => { heard = Date.now(); });
  own.addEventListener('ended', () => {
    kept('token', null);
    token = null;
    leaveWith('ended');
  });
  own.addEventListener('removed', () => lose('removed'));
  own.addEventListener('elsewhere', () => leaveWith('elsewhere', t('use_here'), listen));
  own.onerror = () => {
    if (own !== source) return;
    line(t('offline'));
    // Some browsers give up; then the seat is asked for, which also tells if there is none.
    if (own.readyState === 2) setTimeout(retry, 1500);
  };
}

async function retry() {
  if (!token || source?.readyState !== 2) return;
  try {
    const answer = await post('/say', { token });
    if (answer.status === 403) return lose('removed');
    listen();
  } catch { setTimeout(retry, 2000); }
}

// A line that has gone silent is opened again.
setInterval(() => { if (source && token && Date.now() - heard > 40000) listen(); }, 5000);
addEventListener('online', () => { if (source && token) listen(); });
addEventListener('offline', () => line(t('offline')));
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && source && token && source.readyState !== 1) listen();
});

function stop() {
  source?.close();
  source = view = shown = null;
  line(null);
  byId('head').hidden = true;
}

function lose(reason) {
  kept('token', null);
  token = null;
  stop();
  joinPage(t(reason));
}

function leaveWith(reason, label, action) {
  stop();
  put(h('div', { class: 'middle' }, heading(t(reason)),
    h('p', { class: 'dim' }, t(reason + '_note')),
    label && h('button', { class: 'go', type: 'button', click: action }, label)));
}

// Pages.

const heading = (text) => h('h1', { tabindex: -1 }, text);

function put(...nodes) {
  byId('main').replaceChildren(...nodes.filter(Boolean));
  scrollTo(0, 0);
  byId('main').querySelector('h1')?.focus({ preventScroll: true });
}

function languageSwitch(again) {
  const others = Object.keys(texts).filter((code) => code !== language);
  return others.map((code) => h('button', {
    class: 'plain', type: 'button', lang: code,
    click: () => {
      language = code;
      kept('language', code);
      document.documentElement.lang = code;
      shown = null;
      again();
    },
  }, texts[code].language));
}

function hero() {
  const svg = h('svg', { class: 'hero', viewBox: '0 0 390 168', preserveAspectRatio: 'xMidYMid slice',
    'aria-hidden': 'true' });
  const ring = (size, fill) => h('path', { fill, stroke: 'var(--line)', 'stroke-opacity': .35,
    d: `M${232 - size * 1.5} 104a${size * 1.5} ${size * .62} -14 1 0 ${size * 3} ${-size * .3}` +
      `a${size * 1.5} ${size * .62} -14 1 0 ${-size * 3} ${size * .3}z` });
  svg.append(h('rect', { width: 390, height: 168, fill: 'var(--g0)' }));
  [170, 132, 98, 68, 40].forEach((size, at) => svg.append(ring(size, `var(--g${at + 1})`)));
  svg.append(h('path', { d: 'M48 30L118 118L160 66L196 106L216 84L226 97', fill: 'none',
    stroke: 'var(--trail)', 'stroke-width': 4, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }));
  svg.append(h('path', { d: 'M226 88a9 9 0 1 0 .1 0z', fill: 'var(--trail)', stroke: 'var(--paper)',
    'stroke-width': 3 }));
  return svg;
}

function joinPage(note, old = {}) {
  const fromAddress = /^\/([A-Za-z]{4})$/.exec(location.pathname)?.[1]?.toUpperCase();
  const code = h('input', { type: 'text', class: 'code', id: 'code', maxlength: 8, required: true,
    autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false',
    value: old.code ?? fromAddress ?? '', 'aria-describedby': 'code-note' });
  const name = h('input', { type: 'text', id: 'name', maxlength: 40, required: true,
    autocomplete: 'nickname', value: old.name ?? ownName, 'aria-describedby': 'name-note' });
  const go = h('button', { class: 'go' }, t('join'));
  const join = async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      const answer = await post('/join', { code: code.value, name: name.value });
      if (answer.ok) {
        ({ token } = await answer.json());
        kept('token', token);
        ownName = name.value;
        byId('main').replaceChildren(heading(t('connecting')));
        return listen();
      }
      const refused = await refusal(answer);
      toast(t('refused.' + refused));
      (refused === 'wrong_code' ? code : name).focus();
    } catch { toast(t('not_sent')); }
    go.disabled = false;
  };
  put(hero(), heading(t('join_title')), note && h('p', { class: 'card', role: 'alert' }, note),
    h('form', { submit: join, novalidate: true },
      h('label', { for: 'code' }, t('code'), code, h('small', { id: 'code-note' }, t('code_note'))),
      h('label', { for: 'name' }, t('name'), name, h('small', { id: 'name-note' }, t('name_note'))), go),
    h('p', {}, h('small', {}, t('privacy'))),
    h('div', { class: 'row' }, h('span'),
      languageSwitch(() => joinPage(note, { code: code.value, name: name.value }))));
  if (fromAddress && !old.name) name.focus();
}

function show() {
  if (!view) return;
  byId('head').hidden = false;
  const who = byId('who');
  if (who.dataset.of !== view.name + view.seat) {
    who.dataset.of = view.name + view.seat;
    who.replaceChildren(h('span', { class: 'seat' }, '#' + view.seat), ' ', h('bdi', {}, view.name));
  }
  set(byId('score'), view.rank == null ? ''
    : t('score', { points: view.points, place: view.rank, of: view.seats }));
  const key = [view.page, view.round, view.number, view.text, view.options, view.ground?.map, language]
    .join('|');
  if (shown?.key !== key) {
    shown = { key, update: pages[view.page]() };
  }
  shown.update?.(view);
}

// The map, with the pin of one car; `choose` takes a place that was tapped or chosen by keys.
function map(ground, rule, choose) {
  const [left, right] = ground.x, [bottom, top] = ground.y;
  const pin = h('span', { class: 'pin', hidden: true }, rule?.glyph ?? '●');
  const image = h('img', { alt: '', draggable: 'false' });
  const box = h('div', { class: choose ? 'map' : 'map still' }, image, pin);
  box.style.aspectRatio = Math.min(1.6, Math.max(.8, (right - left) / (top - bottom)));
  const dress = () => {
    image.src = `/map.svg?v=${ground.map}&look=${isLight.matches ? 'light' : 'dark'}`;
  };
  dress();
  isLight.onchange = () => { dress(); if (shown) { shown = null; show(); } };
  const place = (at, look) => {
    pin.hidden = !at;
    if (!at) return;
    const [u, v] = [(at[0] - left) / (right - left), (top - at[1]) / (top - bottom)];
    // A car that has left the map stays at its edge.
    pin.classList.toggle('off', !(u >= 0 && u <= 1 && v >= 0 && v <= 1));
    pin.style.left = `clamp(20px, ${(100 * u).toFixed(2)}%, calc(100% - 20px))`;
    pin.style.top = `clamp(20px, ${(100 * v).toFixed(2)}%, calc(100% - 20px))`;
    if (look) {
      set(pin, look.glyph);
      pin.style.color = isLight.matches ? look.light : look.dark;
    }
  };
  if (choose) {
    const axis = (name) => h('input', { type: 'range', class: 'unseen', min: 0, max: 100, step: .5,
      value: 50, 'aria-label': t('start_axis', { axis: name }), input: () => pick() });
    const [x, y] = [axis('x'), axis('y')];
    const pick = () => {
      const at = [left + (right - left) * x.value / 100, bottom + (top - bottom) * y.value / 100];
      [x, y].forEach((axis, index) => axis.setAttribute('aria-valuetext', number(at[index])));
      choose(at);
    };
    box.append(x, y);
    box.addEventListener('click', (event) => {
      if (event.target === x || event.target === y) return;
      const edge = box.getBoundingClientRect();
      // An input keeps to its range, so what is tapped is on the map.
      x.value = 100 * (event.clientX - edge.left) / edge.width;
      y.value = 100 * (edge.bottom - event.clientY) / edge.height;
      pick();
    });
  }
  return { box, place };
}

// A slider over a range; its ends say nothing of where a good value is.
function slider(label, { low, high, log, value }, change) {
  const steps = 200;
  const at = (step) => {
    const part = step / steps;
    const exact = log ? low * (high / low) ** part : low + (high - low) * part;
    return Math.min(high, Math.max(low, Number(exact.toPrecision(log ? 2 : 3))));
  };
  const step = (of) => Math.round(steps * (log ? Math.log(of / low) / Math.log(high / low)
    : (of - low) / (high - low)));
  const told = h('span', { class: 'value' }, number(value));
  const range = h('input', { type: 'range', min: 0, max: steps, value: step(value),
    'aria-label': label, 'aria-valuetext': number(value), input: () => {
      const now = at(Number(range.value));
      set(told, number(now));
      range.setAttribute('aria-valuetext', number(now));
      change(now);
    } });
  const nudge = (by) => h('button', { type: 'button', tabindex: -1, 'aria-hidden': 'true', click: () => {
    range.value = Number(range.value) + by;
    range.dispatchEvent(new Event('input'));
  } }, by < 0 ? '−' : '+');
  return h('div', { class: 'card' }, h('div', { class: 'row' }, h('span', {}, label), told),
    h('div', { class: 'slide' }, nudge(-2), range, nudge(2)));
}
