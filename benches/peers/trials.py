"""The trials of the rules in plain vectorised NumPy: what `downfield simulate` is compared with.

One thread, one array operation over all trials of a chunk for every number of the rules, chance from
`numpy.random.Generator` (PCG64) and its own Beta draws. The plan is the one of `benches/trials.rs`:
twelve downs of one play with eleven a side. Prints means that must agree with ours within their
standard errors, and the best time of several rounds.

    python trials.py [trials] [rounds]
"""

import sys
import time

import numpy as np

SIDE, DOWNS, CHANNELS = 11, 12, 5
SERVICES, SKILLS, CULTURE, GOVERNANCE, TECHNOLOGY = range(CHANNELS)
WHERE = [SERVICES, SKILLS, CULTURE, TECHNOLOGY]

# Constants of the rules.
UNDERSTANDING_FLOOR, UNDERSTANDING_YARDS = 0.4, 5.0
FAMILIARITY, FAMILIARITY_FLOOR = 0.85, 0.4
BYPASS, WEAR, WEAR_FLOOR = 0.5, 0.25, 0.4
COVER, DRAG, GONE_ROUND_DRAG = 10.0, 0.15, 0.05
FESTERING, FESTERING_LIMIT = 0.08, 1.5
PRESSURE_YARDS = 20.0
SERIES_DOWNS, SERIES_YARDS, PATIENCE, SETBACK = 4, 10.0, 20, 5.0
CERTAINTY, GOAL, STEP_BACK, START = 8.0, 100.0, 6.0, 20.0

# The play: who stands where, engages whom, reaches how far.
OFFENSE_AT = [WHERE[i % 4] for i in range(SIDE)]
DEFENSE_AT = [TECHNOLOGY if j == 3 else WHERE[j % 4] for j in range(SIDE)]
OFFENSE = [(2.0, 3.0 + i / 10, 6.0) for i in range(SIDE)]
DEFENSE = [(2.0, 2.5 + j / 10, 6.0) for j in range(SIDE)]
CONFRONT = {2: 2, 3: 3, 8: 0, 10: 10}
ROUND = {0: 0, 1: 1, 9: 9}
BLOCK = {4: 0}
ADVANCE = [5]
SUPPORT = {6: 3, 7: 3}  # 6 supports 7, which supports 3
ATTACKERS = sorted([*CONFRONT, *ROUND, *ADVANCE])
REACH = 12.0
REACH_FACTOR = {SERVICES: 0.7}
CAP = {SERVICES: 50.0}
DRAG_FACTOR = {TECHNOLOGY: 1.3}
OFFENSE_FACTOR, DEFENSE_FACTOR = {2: 1.2}, {3: 1.3}
PRESSES = [j for j in range(SIDE) if j % 4 == 0]
CARRIER = 0


def leads(front):
    """Rule 9, for all channels at once."""
    lead = np.empty_like(front)
    for c in range(CHANNELS):
        others = np.delete(front, c, axis=0)
        others.partition(1, axis=0)
        np.maximum(0.0, front[c] - 0.5 * (others[0] + others[1]) - COVER, out=lead[c])
    return lead


def run(trials, rng):
    """One chunk of trials; returns the drives' ends and, by down, percentiles and means of every quantity."""
    offense = np.array([rng.triangular(*s, size=trials) for s in OFFENSE])
    defense = np.array([rng.triangular(*s, size=trials) for s in DEFENSE])
    for i, factor in OFFENSE_FACTOR.items():
        offense[i] *= factor
    for j, factor in DEFENSE_FACTOR.items():
        defense[j] *= factor
    for i, end in SUPPORT.items():
        offense[end] += offense[i]
        offense[i] = 0.0

    front = np.full((CHANNELS, trials), START)
    wear = np.ones((SIDE, trials))
    left = np.zeros((SIDE, trials))  # strength gone round; everyone stays in one channel here
    age = np.zeros(SIDE)
    to_gain = np.full(trials, START + SERIES_YARDS)
    down = np.ones(trials, dtype=int)
    failed = np.zeros(trials, dtype=int)
    plays = np.ones(trials, dtype=bool)
    goal, turnover = np.zeros(trials, dtype=bool), np.zeros(trials, dtype=bool)
    by_down = []
    understanding = 1 - (1 - UNDERSTANDING_FLOOR) * np.exp(-STEP_BACK / UNDERSTANDING_YARDS)

    for number in range(DOWNS):
        before = front.mean(axis=0)
        a = offense * (understanding * max(FAMILIARITY_FLOOR, FAMILIARITY**number))
        w = defense * wear
        held = w.copy()
        for i, j in BLOCK.items():
            held[j] = w[j] * w[j] / (a[i] + w[j])
        confronted = {}
        for j in {*CONFRONT.values(), *ROUND.values()}:
            c_j = sum(a[i] for i, k in CONFRONT.items() if k == j)
            b_j = sum(a[i] for i, k in ROUND.items() if k == j)
            confronted[j] = c_j / (c_j + b_j)
        counted = held.copy()
        for j, q in confronted.items():
            counted[j] = held[j] * (q + BYPASS * (1 - q))

        carrier_at = OFFENSE_AT[CARRIER]
        pressure = sum(held[j] for j in PRESSES if DEFENSE_AT[j] == carrier_at)
        guard = a[CARRIER] + sum(a[i] for i in BLOCK if OFFENSE_AT[i] == carrier_at)
        chance = min(1.0, STEP_BACK / PRESSURE_YARDS) * pressure / (pressure + guard)
        free = rng.random(trials) >= chance

        new = front.copy()
        won = np.zeros((CHANNELS, trials))
        for c in range(CHANNELS):
            attack = [a[i] for i in ATTACKERS if OFFENSE_AT[i] == c]
            if not attack:
                continue
            attack = sum(attack)
            against = sum(counted[j] for j in range(SIDE) if DEFENSE_AT[j] == c)
            share = attack / (attack + against)
            won[c] = rng.beta(CERTAINTY * share, CERTAINTY * (1 - share))
            limit = np.maximum(CAP.get(c, GOAL), front[c])
            new[c] = np.minimum(front[c] + free * won[c] * REACH * REACH_FACTOR.get(c, 1.0), limit)
        new[carrier_at] = np.maximum(0.0, new[carrier_at] - ~free * STEP_BACK)

        for j in set(CONFRONT.values()):
            taken = WEAR * won[DEFENSE_AT[j]] * confronted[j] * free
            wear[j] = np.maximum(WEAR_FLOOR, wear[j] * (1 - taken))
        weight = np.zeros((CHANNELS, trials))
        for j, q in confronted.items():
            left[j] = w[j] * (1 - q)
            weight[DEFENSE_AT[j]] += left[j] * min(FESTERING_LIMIT, (1 + FESTERING) ** age[j])
            age[j] += 1

        lead = leads(new)
        for c in range(CHANNELS):
            drag = DRAG * DRAG_FACTOR.get(c, 1.0) * (1 + GONE_ROUND_DRAG * weight[c])
            new[c] -= lead[c] * np.minimum(1.0, drag)

        after = new.mean(axis=0)
        at_goal = (new >= GOAL).all(axis=0)
        made = ~at_goal & (after >= to_gain - 1e-9) & (after > before)
        over = ~at_goal & ~made & (down >= SERIES_DOWNS)
        setback = over & (failed < PATIENCE)
        lost = over & ~setback
        new = np.where(setback, np.maximum(0.0, new - SETBACK), new)
        front = np.where(plays, new, front)
        goal |= plays & at_goal
        turnover |= plays & lost
        spot = front.mean(axis=0)
        fresh = made | setback
        to_gain = np.where(fresh, np.minimum(GOAL, spot + SERIES_YARDS), to_gain)
        down = np.where(fresh, 1, down + 1)
        failed += setback
        plays &= ~(at_goal | lost)
        by_down.append(np.vstack([spot, leads(front).mean(axis=0), front]))
    return by_down, goal, turnover


def simulate(trials, seed, chunk=8192):
    """All trials in chunks that stay in the cache; percentiles at the end, from all values."""
    rng = np.random.default_rng(seed)
    chunks = [run(min(chunk, trials - at), rng) for at in range(0, trials, chunk)]
    downs = [np.concatenate([by_down[d] for by_down, _, _ in chunks], axis=1) for d in range(DOWNS)]
    ranks = [max(1, -(-trials * p // 10)) - 1 for p in (1, 5, 9)]
    spreads = [(v.mean(axis=1), np.partition(v, ranks, axis=1)[:, ranks]) for v in downs]
    goal = np.concatenate([g for _, g, _ in chunks]).mean()
    turnover = np.concatenate([t for _, _, t in chunks]).mean()
    return downs, spreads, goal, turnover


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    best = float("inf")
    for seed in range(rounds):
        start = time.process_time()
        downs, spreads, goal, turnover = simulate(trials, seed)
        best = min(best, time.process_time() - start)
    for down in (0, 3, DOWNS - 1):
        mean, ranks = spreads[down]
        error = downs[down].std(axis=1, ddof=1) / np.sqrt(trials)
        named = zip(["spot", "exposure", "services", "skills", "culture", "governance", "technology"], mean, error)
        print(f"down {down + 1}:", ", ".join(f"{name} {m:.3f} ± {e:.3f}" for name, m, e in named))
        print("  spot p10, p50, p90:", ranks[0].round(2))
    print(f"goal {goal:.4f}, turnover {turnover:.4f}")
    print(f"numpy {np.__version__}: {best * 1e3:.1f} ms of processor time for {trials} trials, "
          f"{best * 1e9 / trials / DOWNS:.0f} ns a trial and down")


if __name__ == "__main__":
    main()
