using Qiansi.Torch.RandomNumbers;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with uniform numbers.</summary>
        /// <param name="from">The smallest.</param>
        /// <param name="to">Above the largest, but for rounding.</param>
        /// <param name="generator">The source; the default one when null.</param>
        /// <returns>The same tensor.</returns>
        /// <exception cref="ArgumentException">The range is empty or too wide, or the tensor holds integers.</exception>
        public Tensor uniform_(double from = 0, double to = 1, Generator? generator = null) =>
            RandomWrite.Fill("uniform_", this, generator, (engine, y) =>
        {
            switch (y.type)
            {
                case ScalarType.Float32: UniformFill.Fill(engine, RandomWrite.Elements<float>(y), from, to); break;
                case ScalarType.Float64: UniformFill.Fill(engine, RandomWrite.Elements<double>(y), from, to); break;
                case ScalarType.Float16:
                    foreach (ref var value in RandomWrite.Elements<Half>(y))
                        value = (Half)UniformFill.Next(engine, 11, (float)(Half)from, (float)(Half)to);
                    break;
                case ScalarType.BFloat16:
                    foreach (ref var value in RandomWrite.Elements<BFloat16>(y))
                        value = (BFloat16)UniformFill.Next(engine, 8, (BFloat16)(float)from, (BFloat16)(float)to);
                    break;
                default: throw RandomWrite.WrongType("uniform_", y);
            }
        });

        /// <summary>Fills with normally distributed numbers.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation, not negative.</param>
        /// <param name="generator">The source; the default one when null.</param>
        /// <returns>The same tensor.</returns>
        /// <exception cref="ArgumentException">The standard deviation is negative, or the tensor holds integers.</exception>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            var isRowMajor = is_contiguous();
            return RandomWrite.Fill("normal_", this, generator, (engine, y) =>
            {
                switch (y.type)
                {
                    case ScalarType.Float32: NormalFill.Fill(engine, RandomWrite.Elements<float>(y), mean, std, isRowMajor); break;
                    case ScalarType.Float64: NormalFill.Fill(engine, RandomWrite.Elements<double>(y), mean, std, isRowMajor); break;
                    case ScalarType.Float16 or ScalarType.BFloat16:
                        var exact = new float[y.count];
                        NormalFill.Fill(engine, exact, mean, std, isRowMajor);
                        using (var rounded = tensor(exact, y.type)) rounded.bytes.CopyTo(y.bytes);
                        break;
                    default: throw RandomWrite.WrongType("normal_", y);
                }
            });
        }

        /// <summary>Fills with exponentially distributed numbers of mean 1/λ.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            RandomWrite.Fill("exponential_", this, generator, (engine, y) =>
        {
            switch (y.type)
            {
                case ScalarType.Float32: ExponentialFill.Fill(engine, RandomWrite.Elements<float>(y), lambda); break;
                case ScalarType.Float64: ExponentialFill.Fill(engine, RandomWrite.Elements<double>(y), lambda); break;
                default: throw RandomWrite.WrongType("exponential_", y);
            }
        });

        /// <summary>Fills with whole numbers.</summary>
        /// <param name="from">The smallest.</param>
        /// <param name="to">Above the largest.</param>
        /// <param name="generator">The source; the default one when null.</param>
        /// <returns>The same tensor.</returns>
        public Tensor random_(long from, long to, Generator? generator = null) =>
            RandomWrite.Fill("random_", this, generator, (engine, y) => RandomWrite.Integers(engine, y, from, to));

        /// <summary>Fills with whole numbers from 0 to below <paramref name="to"/>.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor random_(long to, Generator? generator = null) => random_(0, to, generator);

        /// <summary>Fills with all the type's whole numbers from 0.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor random_(Generator? generator = null) => RandomWrite.Fill("random_", this, generator, RandomWrite.AllIntegers);

        /// <summary>Fills with ones of probability <paramref name="p"/>, else zeros.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            RandomWrite.Fill("bernoulli_", this, generator, (engine, y) => RandomWrite.Bernoulli(engine, y, p));

        /// <summary>Fills with ones of the probabilities in a tensor that broadcasts to this one, else zeros.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            using var _ = no_grad();
            return Overwrite("bernoulli_", RandomWrite.Bernoulli(p.expand(sizes), type, generator));
        }

        /// <summary>Ones with the probabilities in this tensor, else zeros.</summary>
        [Function]
        public Tensor bernoulli(Generator? generator = null) => RandomWrite.Bernoulli(this, type, generator);

        /// <summary>Draws indices by weight, as <see cref="torch.multinomial"/>.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            RandomWrite.Multinomials(this, num_samples, replacement, generator);
    }
}
