//! Which display is for whom: the wall has one, the presenter's window another.

use bevy::prelude::*;

/// The part of a display that a window has when it is not as large as the display.
const SHARE: f32 = 0.8;

/// What a display is known by, as long as it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DisplayId {
    /// What the window library calls it.
    Monitor(Entity),
    /// What the display server calls it.
    Told(u32),
}

/// A display, in pixels of the desktop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Display {
    pub(super) id: DisplayId,
    /// The same for the window library, if it knows it.
    pub(super) monitor: Option<Entity>,
    pub(super) corner: IVec2,
    pub(super) size: UVec2,
    /// Pixels for each point.
    pub(super) scale: f32,
    pub(super) is_primary: bool,
}

impl Display {
    fn has(&self, at: IVec2) -> bool {
        let far = self.corner + self.size.as_ivec2();
        at.cmpge(self.corner).all() && at.cmplt(far).all()
    }

    /// Where a window of this many pixels stands in the middle.
    pub(super) fn middle(&self, size: UVec2) -> IVec2 {
        self.corner + (self.size.as_ivec2() - size.as_ivec2()).max(IVec2::ZERO) / 2
    }

    /// The size of a window that leaves something around it, in points.
    pub(super) fn window(&self) -> Vec2 {
        (self.size.as_vec2() * SHARE / self.scale.max(0.1)).max(Vec2::splat(240.0))
    }
}

/// The display that a window is on: the one it was sent to, else the one that its middle is on, else what the system
/// says, else the first one.
pub(super) fn under(
    displays: &[Display],
    sent_to: Option<Entity>,
    middle: Option<IVec2>,
    said: Option<Entity>,
) -> Option<DisplayId> {
    let known = |monitor: Option<Entity>| {
        displays.iter().find(move |display| monitor.is_some() && display.monitor == monitor)
    };
    let there = || displays.iter().find(|display| middle.is_some_and(|middle| display.has(middle)));
    let primary = || displays.iter().find(|display| display.is_primary);
    let found = known(sent_to).or_else(there).or_else(|| known(said)).or_else(primary);
    found.or_else(|| displays.first()).map(|display| display.id)
}

/// The display for the presenter when the wall is on `wall`: another one where there is one, the system's own first.
pub(super) fn beside(displays: &[Display], wall: Option<DisplayId>) -> Option<&Display> {
    let others = || displays.iter().filter(|display| Some(display.id) != wall);
    others().find(|display| display.is_primary).or_else(|| others().next()).or_else(|| displays.first())
}

#[cfg(test)]
mod tests {
    use bevy::prelude::*;

    use super::{Display, DisplayId, beside, under};

    fn display(monitor: Entity, x: i32, is_primary: bool) -> Display {
        Display {
            id: DisplayId::Monitor(monitor),
            monitor: Some(monitor),
            corner: IVec2::new(x, 0),
            size: UVec2::new(1920, 1080),
            scale: 1.0,
            is_primary,
        }
    }

    fn displays() -> (World, Vec<Display>) {
        let mut world = World::new();
        let mut display = |x, is_primary| {
            let monitor = world.spawn_empty().id();
            display(monitor, x, is_primary)
        };
        let all = vec![display(0, true), display(1920, false), display(3840, false)];
        (world, all)
    }

    #[test]
    fn a_window_is_on_the_display_its_middle_is_on() {
        let (_world, all) = displays();
        let second = Some(IVec2::new(2000, 500));
        assert_eq!(under(&all, None, second, None), Some(all[1].id));
        assert_eq!(under(&all, all[2].monitor, second, None), Some(all[2].id), "it was sent there");
        assert_eq!(under(&all, None, None, all[2].monitor), Some(all[2].id), "nobody knows where it is");
        assert_eq!(
            under(&all, None, Some(IVec2::new(-50, 9000)), None),
            Some(all[0].id),
            "lost: the first one"
        );
        assert_eq!(under(&[], None, None, None), None);
    }

    #[test]
    fn the_presenter_has_another_display_than_the_wall() {
        let (_world, all) = displays();
        assert_eq!(beside(&all, Some(all[0].id)).map(|other| other.id), Some(all[1].id));
        assert_eq!(beside(&all, Some(all[1].id)).map(|other| other.id), Some(all[0].id));
        assert_eq!(beside(&all[..1], Some(all[0].id)).map(|other| other.id), Some(all[0].id));
        assert_eq!(beside(&[], None), None);
    }

    #[test]
    fn a_display_that_is_gone_is_nobodys() {
        let (_world, all) = displays();
        let left = &all[1..2];
        assert_eq!(under(left, all[0].monitor, Some(IVec2::new(100, 100)), all[0].monitor), Some(all[1].id));
        assert_eq!(left[0].middle(UVec2::new(1000, 5000)), IVec2::new(1920 + 460, 0));
    }
}
