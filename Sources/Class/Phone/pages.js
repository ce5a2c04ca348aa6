// The pages, by what the wall does. Each is built once and returns what later news change of it.

const facts = (...names) => {
  const values = names.map(() => h('dd', {}, '–'));
  return { values, node: h('dl', { class: 'facts' },
    names.map((name, at) => h('div', {}, h('dt', {}, name), values[at]))) };
};

// What the wall has said in several languages.
const worded = (texts) => texts[language] ?? Object.values(texts)[0];

const crashCard = () => h('div', { class: 'card crash', role: 'alert', hidden: true });

function crashed(card, reason) {
  if (!reason || !card.hidden) return;
  card.hidden = false;
  card.append(h('strong', {}, t('crashed')), worded(reason));
}

const roundTitle = (title) => heading(t('round', { number: view.round, title }));

const best = (leaders) => [h('h2', {}, t('best')), h('ol', { class: 'best' },
  leaders.map((leader) => h('li', { class: `p${leader.place}${leader.own ? ' own' : ''}` },
    h('span', { class: 'seat' }, String(leader.place)), h('bdi', {}, leader.name),
    h('span', {}, t('points', { points: leader.points })))))];

const pages = {
  lobby() {
    const leave = async () => { if (confirm(t('leave_sure')) && await say({ leave: true })) lose('left'); };
    put(hero(), h('div', { class: 'middle' }, heading(t('lobby_title')), h('p', {}, t('lobby'))),
      h('div', { class: 'row' }, h('button', { class: 'plain', type: 'button', click: leave }, t('leave')),
        languageSwitch(show)));
  },

  question() {
    const question = h('h1', { tabindex: -1 }, view.text);
    const note = h('p', { class: 'dim' });
    const isLong = view.options.length > 4 || view.options.some((option) => option.length > 28);
    const buttons = view.options.map((option, at) => h('button', {
      class: 'vote', type: 'button', click: async () => {
        // Seen at once; the wall's word comes after.
        buttons.forEach((button, other) => button.setAttribute('aria-pressed', other === at));
        if (!await say({ vote: at })) shown?.update?.(view);
      },
    }, h('b', {}, String.fromCharCode(65 + at)), h('span', {}, option)));
    const list = h('div', { class: isLong ? 'grid long' : 'grid', role: 'group' }, buttons);
    put(question, list, note);
    let tallied = false, voted = null;
    return (news) => {
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', news.vote === at));
      if (!news.tally) {
        set(note, news.vote == null ? t('vote') : t('voted'));
        if (news.vote !== voted && news.vote != null) {
          announce(t('voted_for', { option: news.options[news.vote] }));
        }
        voted = news.vote;
        return;
      }
      if (tallied) return;
      tallied = true;
      const all = news.tally.reduce((sum, votes) => sum + votes, 0), most = Math.max(1, ...news.tally);
      list.replaceWith(h('ul', { class: 'bars' }, news.options.map((option, at) =>
        h('li', { class: at === news.right && 'right' },
          h('div', {}, h('span', {}, option, at === news.right && h('strong', {}, ' ✓ ' + t('right')),
            at === news.vote && h('small', {}, ' · ' + t('own_vote'))),
            h('span', {}, t('votes', { votes: news.tally[at], all }))),
          h('svg', { viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            h('rect', { width: 100 * news.tally[at] / most, height: 1 }))))));
      set(note, news.right == null || news.vote == null ? t('closed')
        : t(news.vote === news.right ? 'were_right' : 'were_wrong'));
      announce(note.textContent);
    };
  },

  choosing() {
    const { rules, ground } = view;
    const isFree = view.start == null;
    let rule = rules.find((offer) => offer.name === view.choice?.rule) ?? null;
    const values = { ...view.choice?.settings };
    let start = view.choice?.start ?? view.start, isSent = view.choice != null;
    const sliders = h('div', { class: 'stack' });
    const note = h('p', { class: 'dim', role: 'status' });
    const go = h('button', { class: 'go', type: 'button', click: async () => {
      go.disabled = true;
      isSent = await say({ choice: { rule: rule.name, start: isFree ? start : undefined,
        settings: Object.fromEntries(rule.settings.map(({ name }) => [name, values[name]])) } });
      tell();
    } });
    const pinned = map(ground, null, isFree && ((at) => { start = at; changed(); }));
    const tell = () => {
      go.disabled = !rule || !start || isSent;
      go.classList.toggle('done', isSent);
      set(go, t(isSent ? 'sent' : 'take_part'));
      set(note, isSent ? t('ready') : !rule ? t('choose_rule') : !start ? t('tap_map') : '');
      pinned.place(start, rule ?? { glyph: '●', dark: '#ffffff', light: '#20242e' });
    };
    const changed = () => { isSent = false; tell(); };
    const choose = (offer) => {
      rule = offer;
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', rules[at] === offer));
      sliders.replaceChildren(...(offer?.settings ?? []).map((setting, at) => {
        values[setting.name] ??= setting.value;
        values[setting.name] = Math.min(setting.high, Math.max(setting.low, values[setting.name]));
        const label = at === 0 && setting.name === 'lr' ? t('rate', { symbol: setting.symbol })
          : `${setting.symbol} (${setting.name})`;
        return slider(label, { ...setting, value: values[setting.name] },
          (value) => { values[setting.name] = value; changed(); });
      }));
    };
    const buttons = rules.map((offer) => {
      const glyph = h('span', { class: 'glyph', 'aria-hidden': 'true' }, offer.glyph);
      glyph.style.color = isLight.matches ? offer.light : offer.dark;
      return h('button', { type: 'button', click: () => { choose(offer); changed(); } }, glyph, offer.title);
    });
    put(roundTitle(ground.title),
      h('h2', {}, t('rule')), h('div', { class: 'rules', role: 'group' }, buttons), sliders,
      h('h2', {}, t('start')),
      h('p', { class: 'dim' }, isFree ? t('tap_map')
        : t('common_start', { x: number(start[0]), y: number(start[1]) })),
      pinned.box, note, go);
    choose(rule);
    tell();
    // Only what the room has taken is sure: after a lost line the choice may be gone.
    return (news) => { if (isSent && !news.choice) changed(); };
  },

  fog_ahead() {
    put(h('div', { class: 'middle' }, roundTitle(t('fog')),
      h('p', {}, t('fog_note', { budget: view.budget })), h('p', { class: 'dim' }, t('wait'))));
  },

  watching() {
    put(h('div', { class: 'middle' }, roundTitle(view.title), h('p', {}, t('watching'))));
  },

  racing() {
    const pinned = map(view.ground, view.rule, null);
    const place = h('span'), of = h('small');
    const { node, values } = facts(t('loss'), t('step'), t('rule'));
    const crash = crashCard();
    put(roundTitle(view.ground.title), h('p', { class: 'huge', 'aria-label': t('place') }, place, of), crash,
      node, pinned.box);
    let told = 0, last = null;
    return (news) => {
      set(place, news.crash ? '✗' : news.place == null ? '–' : String(news.place));
      set(of, news.place == null || news.crash ? '' : ' / ' + news.of);
      set(values[0], number(news.loss));
      set(values[1], String(news.step));
      set(values[2], news.rule?.title ?? '');
      pinned.place(news.at, news.rule);
      crashed(crash, news.crash);
      // Not more often than one can listen.
      if (news.place !== last && news.place != null && Date.now() - told > 6000) {
        [told, last] = [Date.now(), news.place];
        announce(t('place_of', { place: news.place, of: news.of }));
      }
    };
  },

  fog() {
    const names = ['north', 'north_east', 'east', 'south_east', 'south', 'south_west', 'west', 'north_west'];
    const arrows = '↑↗→↘↓↙←↖';
    let length = Math.sqrt(view.low * view.high);
    length = Number(length.toPrecision(2));
    const button = (at) => h('button', { type: 'button', class: at % 2 && 'diagonal',
      'aria-label': t(names[at]), click: async () => {
        lock(true);
        if (!await say({ move: { heading: 45 * at, length } })) lock(view.waiting);
      } }, arrows[at]);
    const buttons = names.map((name, at) => button(at));
    const lock = (isLocked) => buttons.forEach((one) => { one.disabled = isLocked; });
    const arrow = h('path', { d: 'M12 21V4M5 11l7-7 7 7' });
    const compass = h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, arrow);
    const downhill = h('small');
    const { node, values } = facts(t('height'), t('slope'), t('steps_left'));
    const line = h('polyline');
    const curve = h('svg', { class: 'curve', viewBox: '0 0 100 30', preserveAspectRatio: 'none',
      'aria-hidden': 'true' }, line);
    const crash = crashCard();
    const note = h('p', { class: 'dim' });
    const center = h('div', {}, compass, downhill);
    put(roundTitle(t('fog')), node, crash,
      h('div', { class: 'dial', role: 'group', 'aria-label': t('directions') }, buttons[7], buttons[0], buttons[1],
        buttons[6], center, buttons[2], buttons[5], buttons[4], buttons[3]),
      slider(t('length'), { low: view.low, high: view.high, log: true, value: length },
        (value) => { length = value; }), note, curve);
    let told = -1;
    return (news) => {
      const [x, y] = news.slope ?? [0, 0], steep = Math.hypot(x, y);
      set(values[0], number(news.height, 4));
      set(values[1], number(steep));
      set(values[2], `${news.left} / ${news.budget}`);
      const isLevel = !news.slope || steep === 0;
      const heading = (Math.atan2(-x, -y) * 180 / Math.PI + 360) % 360;
      arrow.setAttribute('transform', `rotate(${heading.toFixed(1)} 12 12)`);
      compass.setAttribute('visibility', isLevel ? 'hidden' : 'visible');
      set(downhill, news.slope ? t(isLevel ? 'level' : 'downhill') : '');
      lock(news.waiting || news.left === 0 || news.crash != null);
      set(note, news.left === 0 ? t('fog_spent') : '');
      crashed(crash, news.crash);
      const high = Math.max(...news.heights), low = Math.min(...news.heights);
      line.setAttribute('points', news.heights.map((height, at) =>
        `${100 * at / Math.max(1, news.heights.length - 1)},${28 - 26 * (height - low) / (high - low || 1)}`)
        .join(' '));
      if (!news.waiting && told !== news.left) {
        told = news.left;
        announce([t('height') + ' ' + number(news.height, 4),
          isLevel ? t('level') : t('downhill') + ' ' + t(names[Math.round(heading / 45) % 8]),
          t('steps_left') + ' ' + news.left].join(', '));
      }
    };
  },

  result() {
    const own = view.place != null;
    const pinned = map(view.ground, null, null);
    pinned.place(view.at, { glyph: '●', dark: '#ffffff', light: '#20242e' });
    const crash = crashCard();
    crashed(crash, view.crash);
    put(roundTitle(view.ground.title),
      own ? h('p', { class: 'huge' }, view.crash ? '✗' : String(view.place), h('small', {}, view.crash ? '' : ' / ' + view.of))
        : h('p', {}, t('not_in')),
      own && h('p', { class: view.won ? 'won' : 'won none' }, t('won', { points: view.won })), crash,
      own && h('p', { class: 'dim' }, t('loss') + ' ' + number(view.loss)), pinned.box, ...best(view.leaders));
    if (own) announce(t('place_of', { place: view.place, of: view.of }) + ', ' + t('won', { points: view.won }));
  },

  podium() {
    put(hero(), heading(t('podium')),
      h('p', { class: 'huge' }, view.rank == null ? '–' : String(view.rank),
        h('small', {}, view.rank == null ? '' : ' / ' + view.seats)),
      h('p', { class: 'won' }, t('points', { points: view.points })), ...best(view.leaders));
  },
};

if (token) {
  byId('main').replaceChildren(heading(t('connecting')));
  listen();
} else joinPage();
