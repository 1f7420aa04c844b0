// Chapter 7: the race. A start is chosen on the map; every optimizer goes its way from there.
"use strict";

{
    const races = ["valley", "Beale's function", "saddle"];
    const optimizers = ["plain descent", "momentum", "Nesterov", "Adagrad", "RMSProp", "Adadelta",
        "Adam"];
    const kept = [null, "α", "α", null, "γ", "γ", "β_{1}"];
    const least = 1e-12; // what a logarithmic axis shows as the lowest value

    const readSetup = (program, race) => {
        const take = Explore.taking(program.call("race_setup", race));
        return { start: take(2), x: take(2), y: take(2), steps: take(1)[0], eta: take(7),
            kept: take(7), goal: take(2) };
    };
    const readMap = (program, race) => {
        const numbers = program.list("race_map", race);
        const lines = [];
        for (let i = 0; i < numbers.length;) {
            const [level, count] = numbers.slice(i, i + 2);
            const points = numbers.slice(i + 2, i + 2 + 2 * count);
            lines.push({ level, xs: points.filter((_, k) => k % 2 === 0),
                ys: points.filter((_, k) => k % 2 === 1) });
            i += 2 + 2 * count;
        }
        return lines;
    };

    Explore.figures.race = (stage) => {
        const state = { race: 0, runs: [0, 1, 6], chosen: 1, shown: 0 };
        let setup;
        let paths;
        const take = (race) => {
            setup = readSetup(stage.program, race);
            setup.lines = readMap(stage.program, race);
            Object.assign(state, { race, start: setup.start, eta: [...setup.eta],
                kept: [...setup.kept], shown: setup.steps });
        };
        const compute = () => {
            paths = optimizers.map((_, kind) => {
                const numbers = stage.program.call("race_path", state.race, kind, state.start,
                    state.eta[kind], setup.steps, state.kept[kind]);
                const column = (c) => numbers.filter((_, i) => i % 3 === c);
                return { xs: column(0), ys: column(1), fs: column(2) };
            });
        };
        take(0);
        compute();

        let rebuild = () => {};
        const show = (shown) => {
            state.shown = Math.max(0, Math.min(setup.steps, shown));
            model.refresh();
        };
        const model = stage.model(compute);
        const { change } = model;
        stage.recompute = () => {
            setup.lines = readMap(stage.program, state.race);
            compute();
            rebuild();
        };
        const run = stage.runner("Race", () => {
            show(state.shown === setup.steps ? 0 : state.shown + 1);
            return state.shown < setup.steps;
        }, 1000);

        return (width) => {
            rebuild = () => Explore.race(width, {
                stage, state, setup, races, optimizers, kept, least, run, show, change,
                paths: () => paths, setRefresh: (how) => { model.refresh = how; },
                takeRace: (race) => {
                    run.pause();
                    take(race);
                    compute();
                    rebuild();
                },
            });
            rebuild();
        };
    };
}
