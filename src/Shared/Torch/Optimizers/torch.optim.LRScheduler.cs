namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Changes the learning rates of an optimizer's groups from epoch to epoch: call <see cref="step()"/> after each.
            /// </summary>
            public abstract class LRScheduler
            {
                private readonly bool _verbose;

                private protected LRScheduler(Optimizer? optimizer, int last_epoch, bool verbose)
                {
                    _verbose = verbose;
                    Groups = optimizer is null ? [] : [.. optimizer.ParamGroups];
                    foreach (var group in Groups)
                    {
                        // An earlier schedule may have changed the rate already: then its start counts.
                        if (group.InitialLearningRate == 0) group.InitialLearningRate = group.LearningRate;
                    }

                    BaseRates = [.. Groups.Select(g => g.InitialLearningRate)];
                    Epoch = last_epoch;
                }

                /// <summary>Epochs since the start.</summary>
                public int last_epoch => Epoch;

                private protected int Epoch { get; set; }

                private protected IReadOnlyList<ILearningRateController> Groups { get; }

                private protected IReadOnlyList<double> BaseRates { get; }

                /// <summary>The rates now, a group each.</summary>
                public IEnumerable<double> get_last_lr() => Groups.Select(g => g.LearningRate);

                /// <summary>Ends an epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch; to the next when null.</summary>
                public virtual void step(int? epoch)
                {
                    Epoch = epoch ?? Epoch + 1;
                    Apply();
                }

                /// <summary>Ends an epoch with a measured value, which only <see cref="ReduceLROnPlateau"/> looks at.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rate of a group in this epoch.</summary>
                /// <param name="group">Its number.</param>
                /// <param name="rate">Its rate now, which another schedule may have changed.</param>
                private protected abstract double Rate(int group, double rate);

                private protected void Apply()
                {
                    for (var i = 0; i < Groups.Count; i++)
                    {
                        var rate = Rate(i, Groups[i].LearningRate);
                        if (_verbose && rate != Groups[i].LearningRate)
                            Console.WriteLine(
                                FormattableString.Invariant($"Epoch {Epoch}: the learning rate of group {i} is now {rate:0.####e+0}."));
                        Groups[i].LearningRate = rate;
                    }
                }

                /// <summary>As at the first epoch: what a schedule of schedules does when another takes over.</summary>
                internal void Restart()
                {
                    for (var i = 0; i < Groups.Count; i++) Groups[i].LearningRate = BaseRates[i];
                    Epoch = 0;
                    Apply();
                }
            }
        }
    }
}
