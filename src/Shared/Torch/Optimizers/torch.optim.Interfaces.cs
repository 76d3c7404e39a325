namespace Qiansi;

public static partial class torch
{
    /// <summary>Optimizers: what turns gradients into new weights.</summary>
    public static partial class optim
    {
        /// <summary>Something that has a learning rate: a group of parameters.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate the next step uses.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something whose momentum a schedule can change.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last update that is kept, 0 … 1.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something whose decay rates of moments a schedule can change.</summary>
        public interface IBetas
        {
            /// <summary>Decay of the mean of gradients, and of the mean of their squares, each 0 … 1.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
