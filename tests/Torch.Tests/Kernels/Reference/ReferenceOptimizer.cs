using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>The optimizers' formulas for one element, in double.</summary>
internal static class ReferenceOptimizer
{
    public static (double P, double M, double V, double Largest) Adam(
        double p, double g, double m, double v, double largest, int step, double lr, double beta1, double beta2, double eps,
        double weightDecay, bool decoupled, bool amsgrad)
    {
        if (decoupled) p -= lr * weightDecay * p;
        else g += weightDecay * p;
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        largest = Math.Max(largest, v);
        var mean = m / (1 - Math.Pow(beta1, step));
        var square = (amsgrad ? largest : v) / (1 - Math.Pow(beta2, step));
        return (p - lr * mean / (Math.Sqrt(square) + eps), m, v, largest);
    }

    public static (double P, double Buffer) Sgd(
        double p, double g, double buffer, bool first, double lr, double momentum, double dampening, double weightDecay, bool nesterov)
    {
        g += weightDecay * p;
        if (momentum != 0)
        {
            buffer = first ? g : momentum * buffer + (1 - dampening) * g;
            g = nesterov ? g + momentum * buffer : buffer;
        }

        return (p - lr * g, buffer);
    }
}
