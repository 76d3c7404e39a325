using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The mean of (input − target)².</summary>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The mean of |input − target|.</summary>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Squared differences where they are below beta, differences elsewhere.</summary>
        public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

        /// <summary>Squared differences where they are below delta, differences elsewhere.</summary>
        public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

        /// <summary>Kullback–Leibler divergence of the target from the input.</summary>
        /// <param name="log_target">Whether targets are logarithms of probabilities; TorchSharp's default, not PyTorch's.</param>
        public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

        /// <summary>Cross entropy of probabilities, two classes.</summary>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Cross entropy of logits, two classes.</summary>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

        /// <summary>The negative logarithm of the probability given to the right class.</summary>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, long ignore_index = -100) => new(weight, reduction, ignore_index);

        /// <summary>Cross entropy of logits: the loss of classification.</summary>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => new(weight, ignore_index, reduction, label_smoothing);
    }
}
