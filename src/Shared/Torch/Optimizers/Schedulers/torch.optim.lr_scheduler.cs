namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times gamma every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>The rate times gamma at each of the milestones.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>The rate times gamma every epoch.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>The first rate times a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1,
                bool verbose = false) =>
                new LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The rate times a function of the epoch, every epoch.</summary>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1,
                bool verbose = false) =>
                new MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The rate times a factor for the first total_iters epochs, then whole.</summary>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>A warm-up: the rate times a factor that goes from start_factor to end_factor in total_iters epochs.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1,
                int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>The rate falls to 0 in total_iters epochs, as a power of the share that is left.</summary>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1,
                bool verbose = false) =>
                new PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>The rate falls along half a cosine to eta_min in T_max epochs, and rises again after.</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                bool verbose = false) =>
                new CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>The rate falls along half a cosine in T_0 epochs and starts over, each time for T_mult times as long.</summary>
            public static LRScheduler CosineAnnealingWarmRestarts(Optimizer optimizer, int T_0, int T_mult = 1, double eta_min = 0,
                int last_epoch = -1, bool verbose = false) =>
                new CosineAnnealingWarmRestarts(optimizer, T_0, T_mult, eta_min, last_epoch, verbose);

            /// <summary>One rise to max_lr and one fall, the momentum the other way; stepped after every batch.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                OneCycleLR.AnnealStrategy anneal_strategy = Modules.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) =>
                OneCycleLR(optimizer, [.. optimizer.ParamGroups.Select(_ => max_lr)], total_steps, epochs, steps_per_epoch, pct_start,
                    anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>One rise to each group's max_lr and one fall, the momentum the other way; stepped after every batch.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3,
                OneCycleLR.AnnealStrategy anneal_strategy = Modules.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) =>
                new OneCycleLR(optimizer, [.. max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>
            /// The rate times factor when the watched value has not improved for more than patience epochs; stepped with that value.
            /// </summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0,
                IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            /// <summary>Several schedules at once.</summary>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new ChainedLR(schedulers);

            /// <summary>Several schedules one after the other, each from its milestone on.</summary>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                int last_epoch = -1) =>
                new SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
