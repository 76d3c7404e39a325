namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate rises from base_lr to max_lr and falls again, over and over, the momentum the other way; stepped after
            /// every batch.</summary>
            /// <param name="step_size_up">Steps of a rise.</param>
            /// <param name="step_size_down">Steps of a fall; as many as of a rise when −1.</param>
            /// <param name="mode">How the height of cycles changes; not looked at when scale_fn is given.</param>
            /// <param name="gamma">The factor of <see cref="CyclicLR.Mode.ExpRange"/>.</param>
            /// <param name="scale_fn">The height as a function of cycle or step, 0 … 1.</param>
            /// <exception cref="ArgumentException">The optimizer has no momentum to cycle, or numbers and groups do not agree.</exception>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                CyclicLR.Mode mode = Modules.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                CyclicLR.ScaleMode scale_mode = Modules.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9,
                int last_epoch = -1, bool verbose = false) => CyclicLR(
                    optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn,
                    scale_mode, cycle_momentum,
                    Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch, verbose);

            /// <summary>As the other one, with bounds for each group of parameters; one number a group.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1,
                CyclicLR.Mode mode = Modules.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                CyclicLR.ScaleMode scale_mode = Modules.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) => new CyclicLR(
                    optimizer, [.. base_lr], [.. max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                    [.. base_momentum ?? Each(optimizer, 0.8)], [.. max_momentum ?? Each(optimizer, 0.9)], last_epoch, verbose);

            private static IEnumerable<double> Each(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value);
        }
    }
}
