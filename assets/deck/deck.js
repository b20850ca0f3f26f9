"use strict";
// Plays a show: which frame stands and what is said. What frames look like was decided where they were drawn.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const LAYERS = 5;
  const WAKE_MS = 2600;
  const TOAST_MS = 1600;
  const SWIPE_PX = 48;
  const EDGE = 0.22;
  const show = JSON.parse(document.getElementById("reel").textContent);
  const steps = show.steps;
  const find = (id) => document.getElementById(id);
  const [stage, says, live, veil, light, toast, place] =
    ["stage", "says", "live", "veil", "light", "toast", "place"].map(find);
  const [overview, goto, help, notes] = ["overview", "goto", "help", "notes"].map(find);
  const dialogs = [overview, goto, help];
  const stillWanted = matchMedia("(prefers-reduced-motion: reduce)");

  let at = -1;
  let stills = null;
  let running = 0;

  // Frames are differences from the one before: see the page's maker for what the numbers mean.
  const unroll = (strip) => {
    const frames = [];
    let layers = Array.from({ length: LAYERS }, () => []);
    for (const row of strip) {
      layers = layers.map((layer) => layer.slice());
      let i = 0;
      while (i < row.length) {
        const layer = layers[row[i + 1]];
        const from = row[i + 2];
        const count = row[i + 3];
        if (row[i] === 0) {
          for (let k = from; k < from + count; k++) {
            const [element, x, y, opacity] = layer[k];
            layer[k] = [element, x + row[i + 4], y + row[i + 5], opacity];
          }
          i += 6;
        } else {
          const put = [];
          const end = i + 5 + 4 * row[i + 4];
          for (i += 5; i < end; i += 4) put.push(row.slice(i, i + 4));
          layer.splice(from, count, ...put);
        }
      }
      frames.push(layers);
    }
    return frames;
  };

  const made = new Map();
  const element = (number) => {
    let node = made.get(number);
    if (!node) {
      const holder = document.createElementNS(SVG, "g");
      holder.innerHTML = show.elements[number];
      node = holder.firstElementChild;
      made.set(number, node);
    }
    return node.cloneNode(true);
  };

  class Picture {
    constructor(svg) {
      this.layers = Array.from({ length: LAYERS }, () => svg.appendChild(document.createElementNS(SVG, "g")));
      this.shown = Array.from({ length: LAYERS }, () => []);
    }

    // One frame, or what lies between it and the next, for what is in both.
    show(frame, next, part) {
      for (let l = 0; l < LAYERS; l++) {
        const parent = this.layers[l];
        const shown = this.shown[l];
        const wanted = frame[l];
        const after = next && next[l].length === wanted.length ? next[l] : null;
        while (shown.length > wanted.length) {
          shown.pop();
          parent.lastChild.remove();
        }
        for (let k = 0; k < wanted.length; k++) {
          let [number, x, y, opacity] = wanted[k];
          const to = after && after[k][0] === number ? after[k] : null;
          if (to) {
            x += (to[1] - x) * part;
            y += (to[2] - y) * part;
            opacity += (to[3] - opacity) * part;
          }
          let old = shown[k];
          if (!old || old.number !== number) {
            const node = element(number);
            if (old) parent.replaceChild(node, old.node);
            else parent.appendChild(node);
            old = shown[k] = { number, node, x: NaN, y: NaN, opacity: 100 };
          }
          if (old.x !== x || old.y !== y) {
            old.node.setAttribute("transform", `translate(${(x / 10).toFixed(2)} ${(y / 10).toFixed(2)})`);
            old.x = x;
            old.y = y;
          }
          if (old.opacity !== opacity) {
            if (opacity === 100) {
              old.node.removeAttribute("opacity");
            } else {
              old.node.setAttribute("opacity", (opacity / 100).toFixed(3));
            }
            old.opacity = opacity;
          }
        }
      }
    }
  }

  const picture = new Picture(find("picture"));
  const last = (step) => unroll(step.frames).at(-1);

  const reduced = () => (stills === null ? stillWanted.matches : stills);

  const say = (words) => {
    toast.textContent = words;
    toast.hidden = false;
    live.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (toast.hidden = true), TOAST_MS);
  };

  const wake = () => {
    document.body.classList.add("awake");
    clearTimeout(wake.timer);
    wake.timer = setTimeout(() => document.body.classList.remove("awake"), WAKE_MS);
  };

  const cover = (colour) => {
    const same = !veil.hidden && veil.className === colour;
    veil.hidden = same || colour === "";
    veil.className = colour;
    if (colour) live.textContent = same ? "The show is on the screen again." : `The screen is ${colour}.`;
  };

  const rest = () => {
    cancelAnimationFrame(running);
    running = 0;
    stage.dataset.moving = "no";
  };

  const run = (frames, seconds) => {
    const began = performance.now();
    const tick = (now) => {
      const along = Math.max(0, (now - began) / 1000 / seconds) * (frames.length - 1);
      const number = Math.floor(along);
      if (number >= frames.length - 1) {
        picture.show(frames.at(-1));
        rest();
        return;
      }
      picture.show(frames[number], frames[number + 1], along - number);
      running = requestAnimationFrame(tick);
    };
    stage.dataset.moving = "yes";
    tick(began);
  };

  const go = (wanted, runs) => {
    const to = Math.min(Math.max(wanted, 0), steps.length - 1);
    const step = steps[to];
    const frames = unroll(step.frames);
    rest();
    cover("");
    if (runs && to !== at && !reduced() && step.seconds > 0 && frames.length > 1) run(frames, step.seconds);
    else picture.show(frames.at(-1));
    if (to === at) return;
    at = to;
    stage.dataset.step = String(at + 1);
    says.textContent = step.says;
    place.textContent = `${at + 1} of ${steps.length}`;
    const words = [step.title, step.caption, step.headline].filter((words, i, all) => words && all.indexOf(words) === i);
    live.textContent = `Step ${at + 1} of ${steps.length}. ${words.join(" ")}`;
    find("beneath-title").textContent = step.title;
    find("beneath-caption").textContent = step.caption || step.headline;
    if (notes) notes.querySelector("p").textContent = step.notes || "There are no notes for this step.";
    document.title = `${at + 1}/${steps.length} ${show.title}`;
    try {
      history.replaceState(null, "", `#step=${at + 1}`);
    } catch {
      location.replace(`#step=${at + 1}`);
    }
  };

  const linked = () => {
    const number = /^#step=(\d{1,6})$/.exec(location.hash);
    return number ? Number(number[1]) - 1 : null;
  };

  const svgOf = (step) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${show.size[0]} ${show.size[1]}`);
    new Picture(svg).show(last(step));
    return svg;
  };

  const fillOverview = () => {
    const cells = find("cells");
    if (cells.childElementCount) return;
    // Only what is looked at is drawn: a long show has many pictures.
    const seen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        const svg = svgOf(steps[target.dataset.number]);
        svg.setAttribute("aria-hidden", "true");
        target.replaceChild(svg, target.firstElementChild);
      }
    }, { root: overview, rootMargin: "200px" });
    let list = null;
    steps.forEach((step, number) => {
      if (number === 0 || steps[number - 1].item !== step.item) {
        const heading = cells.appendChild(document.createElement("h3"));
        heading.textContent = step.title;
        list = cells.appendChild(document.createElement("ol"));
      }
      const cell = document.createElement("button");
      cell.type = "button";
      cell.dataset.number = number;
      cell.appendChild(document.createElementNS(SVG, "svg"));
      const words = cell.appendChild(document.createElement("span"));
      words.textContent = `${number + 1}. ${step.caption || step.headline || step.title}`;
      cell.addEventListener("click", () => {
        overview.close();
        go(number, false);
      });
      list.appendChild(document.createElement("li")).appendChild(cell);
      seen.observe(cell);
    });
  };

  const cells = () => [...overview.querySelectorAll("#cells button")];

  const open = (dialog) => {
    const was = dialog.open;
    dialogs.forEach((other) => other.open && other.close());
    if (was) return;
    if (dialog === overview) fillOverview();
    dialog.showModal();
    if (dialog === overview) {
      cells().forEach((cell, number) => {
        if (number === at) cell.setAttribute("aria-current", "step");
        else cell.removeAttribute("aria-current");
      });
      cells()[at].focus();
      cells()[at].scrollIntoView({ block: "center" });
    }
    if (dialog === goto) {
      find("goto-text").value = "";
      find("goto-wrong").textContent = "";
    }
  };

  const walk = (key) => {
    const all = cells();
    const from = all.indexOf(document.activeElement);
    const box = (cell) => cell.getBoundingClientRect();
    let to = null;
    if (key === "ArrowRight") to = all[from + 1];
    if (key === "ArrowLeft") to = all[from - 1];
    if (key === "Home") to = all[0];
    if (key === "End") to = all.at(-1);
    if (key === "ArrowDown" || key === "ArrowUp") {
      const here = box(all[Math.max(from, 0)]);
      const way = key === "ArrowDown" ? 1 : -1;
      const beyond = all.filter((cell) => (box(cell).top - here.top) * way > 4);
      const far = (cell) => Math.abs(box(cell).top - here.top) * 10 + Math.abs(box(cell).left - here.left);
      to = beyond.sort((a, b) => far(a) - far(b))[0];
    }
    if (to) to.focus();
    return ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].includes(key);
  };

  const fullScreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => say("This browser does not allow full screen."));
  };

  const act = {
    next: () => (at + 1 < steps.length ? go(at + 1, true) : go(at, false)),
    back: () => go(at - 1, false),
    first: () => go(0, false),
    last: () => go(steps.length - 1, false),
    black: () => cover("black"),
    white: () => cover("white"),
    goto: () => open(goto),
    overview: () => open(overview),
    help: () => open(help),
    full: fullScreen,
    close: () => dialogs.forEach((dialog) => dialog.open && dialog.close()),
    light: () => {
      light.hidden = !light.hidden;
      say(light.hidden ? "The light is off." : "The light follows the pointer.");
    },
    stills: () => {
      stills = !reduced();
      if (stills && running) {
        picture.show(last(steps[at]));
        rest();
      }
      say(stills ? "Each step is a still." : "Steps move.");
    },
    notes: () => {
      if (!notes) return;
      notes.hidden = !notes.hidden;
      live.textContent = notes.hidden ? "The notes are closed." : `Notes: ${notes.querySelector("p").textContent}`;
    },
    escape: () => {
      cover("");
      light.hidden = true;
      if (notes) notes.hidden = true;
    },
  };

  const keys = {
    " ": "next", ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last", b: "black", ".": "black", w: "white", g: "goto", o: "overview",
    l: "light", n: "notes", f: "full", m: "stills", "?": "help", Escape: "escape",
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const within = event.target instanceof Element ? event.target : document.body;
    const dialog = dialogs.find((dialog) => dialog.open);
    if (dialog) {
      // A dialog closes itself with Escape; the key that opened it closes it too, unless letters are being written.
      if (dialog === overview && walk(key)) event.preventDefault();
      else if (dialog !== goto && keys[key] === dialog.id) {
        event.preventDefault();
        dialog.close();
      }
      return;
    }
    // A button that has the focus is pressed by these.
    if ((key === "Enter" || key === " ") && within.closest("button")) return;
    const what = keys[key];
    if (!what || (what === "notes" && !notes)) return;
    event.preventDefault();
    if (event.repeat && what !== "next" && what !== "back") return;
    act[what]();
  });

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (!button) return;
    act[button.dataset.do]();
    // What was clicked does not keep the keys to itself.
    if (event.detail > 0) button.blur();
  });

  find("goto-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = find("goto-text").value.trim().toLowerCase();
    const number = /^\d+$/.test(wanted) ? Number(wanted) : null;
    const words = (step) => `${step.title} ${step.caption}`.toLowerCase();
    const to = number === null ? steps.findIndex((step) => wanted && words(step).includes(wanted)) : number - 1;
    if (to < 0 || to >= steps.length) {
      find("goto-wrong").textContent = number === null
        ? "No step says that."
        : `There are ${steps.length} steps: write a number from 1 to ${steps.length}.`;
      return;
    }
    goto.close();
    go(to, false);
  });

  let pressed = null;
  stage.addEventListener("pointerdown", (event) => {
    pressed = event.isPrimary && event.button === 0 ? event : null;
  });
  stage.addEventListener("pointercancel", () => (pressed = null));
  stage.addEventListener("pointerup", (event) => {
    if (!pressed || !event.isPrimary) return;
    const across = event.clientX - pressed.clientX;
    const down = event.clientY - pressed.clientY;
    pressed = null;
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(down)) {
      if (across < 0) act.next();
      else act.back();
    } else if (Math.hypot(across, down) < SWIPE_PX / 4) {
      const part = event.clientX / innerWidth;
      if (part > 1 - EDGE) act.next();
      else if (part < EDGE) act.back();
      else wake();
    }
  });
  veil.addEventListener("click", () => cover(""));

  document.addEventListener("pointermove", (event) => {
    light.style.setProperty("--x", `${event.clientX}px`);
    light.style.setProperty("--y", `${event.clientY}px`);
    if (event.pointerType === "mouse") wake();
  });

  addEventListener("hashchange", () => {
    const to = linked();
    if (to !== null && to !== at) go(to, false);
  });

  addEventListener("beforeprint", () => {
    if (find("sheets")) return;
    const sheets = document.createElement("div");
    sheets.id = "sheets";
    steps.forEach((step, number) => {
      const sheet = sheets.appendChild(document.createElement("section"));
      sheet.className = "sheet";
      sheet.appendChild(document.createElement("h2")).textContent = `${number + 1}. ${step.title}`;
      const svg = sheet.appendChild(svgOf(step));
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", step.says);
      if (step.caption) sheet.appendChild(document.createElement("p")).textContent = step.caption;
      if (step.notes) {
        const words = sheet.appendChild(document.createElement("p"));
        words.className = "small";
        words.textContent = `Notes: ${step.notes}`;
      }
    });
    document.body.appendChild(sheets);
  });
  addEventListener("afterprint", () => find("sheets")?.remove());

  go(linked() ?? 0, false);
  stage.focus({ preventScroll: true });
  document.documentElement.dataset.ready = "yes";
})();
