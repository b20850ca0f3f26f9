//! A browser without a window, led by the `WebDriver` protocol. Where there is none, that is said.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

/// How long anything may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// One browser at a time: several would share one processor.
static ALONE: Mutex<()> = Mutex::new(());

/// Names that keys have in the protocol.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const BACKSPACE: &str = "\u{e003}";
    pub(crate) const SPACE: &str = " ";
    pub(crate) const PAGE_UP: &str = "\u{e00e}";
    pub(crate) const PAGE_DOWN: &str = "\u{e00f}";
    pub(crate) const END: &str = "\u{e010}";
    pub(crate) const HOME: &str = "\u{e011}";
    pub(crate) const LEFT: &str = "\u{e012}";
    pub(crate) const RIGHT: &str = "\u{e014}";
    pub(crate) const TAB: &str = "\u{e004}";
}

pub(crate) struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    _alone: MutexGuard<'static, ()>,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session, the driver by itself does not.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Browser {
    /// A browser whose page has this size; nothing where none is installed.
    pub(crate) fn start((width, height): (u32, u32)) -> Option<Self> {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let started =
            Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut driver) = started else {
            println!("there is no chromedriver here: not tried in a browser");
            return None;
        };
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            line.split_once("successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok()
        });
        let address = format!("http://127.0.0.1:{}/session", port.expect("the driver says its port"));
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let agent = config.build().new_agent();
        let mut browser = Self { driver, session: address, agent, _alone: alone };
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--force-device-scale-factor=1",
        ];
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
        } } });
        let made = browser.post("", &wanted);
        browser.session = format!("{}/{}", browser.session, made["sessionId"].as_str().unwrap());
        browser.cdp(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        Some(browser)
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        let address = format!("{}{command}", self.session);
        let answer = self.agent.post(&address).content_type("application/json").send(body.to_string());
        let text = answer.unwrap().body_mut().read_to_string().unwrap();
        let mut answer: Value = serde_json::from_str(&text).unwrap();
        assert!(answer["value"]["error"].is_null(), "{command} {body}: {}", answer["value"]);
        answer["value"].take()
    }

    /// Something that only this kind of browser can do.
    pub(crate) fn cdp(&self, command: &str, parameters: &Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    /// Opens a file, and waits until its script has begun.
    pub(crate) fn open(&self, page: &Path, fragment: &str) {
        let address = format!("file://{}{fragment}", page.display());
        self.post("/url", &json!({ "url": "about:blank" }));
        self.post("/url", &json!({ "url": address }));
        self.wait("return document.documentElement.dataset.ready === 'yes'");
    }

    /// What a script in the page returns.
    pub(crate) fn script(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until a script in the page returns true.
    pub(crate) fn wait(&self, script: &str) {
        let until = Instant::now() + PATIENCE;
        while self.script(script) != Value::Bool(true) {
            assert!(Instant::now() < until, "never true: {script}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses keys one after the other.
    pub(crate) fn press(&self, keys: &[&str]) {
        let mut actions = Vec::new();
        for key in keys {
            actions.push(json!({ "type": "keyDown", "value": key }));
            actions.push(json!({ "type": "keyUp", "value": key }));
        }
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// A finger put down at one place and lifted at another.
    pub(crate) fn swipe(&self, from: (i32, i32), to: (i32, i32)) {
        let at =
            |(x, y): (i32, i32), ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y });
        let actions = [
            at(from, 0),
            json!({ "type": "pointerDown", "button": 0 }),
            at(to, 60),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions });
        self.post("/actions", &json!({ "actions": [finger] }));
    }

    /// The page as a printer gets it: a PDF.
    pub(crate) fn print(&self) -> Vec<u8> {
        let printed = self.post("/print", &json!({ "background": true, "orientation": "landscape" }));
        base64::engine::general_purpose::STANDARD.decode(printed.as_str().unwrap()).unwrap()
    }

    /// What the window shows, as pixels of a PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let answer = self.agent.get(format!("{}/screenshot", self.session)).call();
        let text = answer.unwrap().body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        base64::engine::general_purpose::STANDARD.decode(answer["value"].as_str().unwrap()).unwrap()
    }
}
