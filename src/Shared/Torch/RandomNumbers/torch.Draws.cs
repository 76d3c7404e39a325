using Qiansi.Torch.Dispatch;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi;

public static partial class torch
{
    /// <summary>How often <paramref name="count"/> trials of probability <paramref name="probs"/> succeed; the two broadcast to each
    /// other.</summary>
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null)
    {
        var engine = (generator ?? Generator.Default).engine;
        lock (engine.Lock) return DoubleMap.Of(count, probs, (n, p) => BinomialDraw.Next(engine, n, p));
    }

    /// <summary>Numbers of gamma distributions with the tensor's numbers as shapes and rate 1; gradients flow to the shapes.</summary>
    internal static Tensor StandardGamma(Tensor shapes, Generator? generator)
    {
        var engine = (generator ?? Generator.Default).engine;
        // 0 has no logarithm: PyTorch too gives the smallest normal number instead.
        var smallest = Qiansi.Torch.Distributions.Parameters.Smallest(shapes.type);
        Tensor y;
        lock (engine.Lock) y = DoubleMap.Of(shapes, alpha => Math.Max(smallest, GammaDraw.Next(engine, alpha)));
        return GradMode.Needs(shapes) ? new StandardGammaBackward0(shapes, y).Attach(y) : y;
    }

    // y ~ Γ(α, 1);  ∂α = g·dy/dα, y's place in its distribution held
    private sealed class StandardGammaBackward0(Tensor alpha, Tensor y) : Node(alpha)
    {
        private Saved alpha = new(alpha), y = new(y);

        protected override Tensor Backward(int input, Tensor grad) => grad * DoubleMap.Of(alpha.Value, y.Value, GammaDraw.Slope);

        protected internal override void Release() => Saved.Release(ref alpha, ref y);
    }

    public partial class Tensor
    {
        /// <summary>How often as many trials as this tensor says succeed, of these probabilities.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => torch.binomial(this, prob, generator);

        /// <summary>Counts of Poisson distributions whose means are this tensor's numbers.</summary>
        /// <exception cref="ArgumentException">A mean is negative.</exception>
        [Function]
        public Tensor poisson(Generator? generator = null)
        {
            if (!type.IsFloating()) throw RandomWrite.WrongType("poisson", this);
            var engine = (generator ?? Generator.Default).engine;
            lock (engine.Lock)
            {
                return DoubleMap.Of(this, mean => mean >= 0
                    ? PoissonDraw.Next(engine, mean)
                    : throw new ArgumentException($"poisson: a mean is not negative, as {mean} is"));
            }
        }

        /// <summary>Fills with numbers of a Cauchy distribution.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) => sigma > 0
            ? Drawn("cauchy_", generator, engine => median + (sigma * Math.Tan(Math.PI * (engine.NextDouble() - 0.5))))
            : throw new ArgumentException($"cauchy_: sigma has to be above 0, not {sigma}");

        /// <summary>Fills with numbers whose logarithms are normally distributed.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) => std > 0
            ? Drawn("log_normal_", generator, engine => Math.Exp(NormalFill.Next(engine, mean, std)))
            : throw new ArgumentException($"log_normal_: the standard deviation has to be above 0, not {std}");

        /// <summary>Fills with the number of trials of probability p up to the first success, at least 1.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor geometric_(double p, Generator? generator = null) => p is > 0 and < 1
            ? Drawn("geometric_", generator, engine => Math.Ceiling(Math.Log(engine.NextDouble()) / Math.Log(1 - p)))
            : throw new ArgumentException($"geometric_: a probability is between 0 and 1, not {p}");

        private Tensor Drawn(string operation, Generator? generator, Func<CpuGenerator, double> next) => type.IsFloating()
            ? RandomWrite.Fill(operation, this, generator, (engine, y) => Torch.Dispatch.Copy.Run(DoubleMap.Of(y, _ => next(engine)), y))
            : throw RandomWrite.WrongType(operation, this);
    }
}
