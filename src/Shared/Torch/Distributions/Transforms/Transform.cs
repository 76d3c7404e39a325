using static Qiansi.torch.distributions.constraints;

namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Functions that make one distribution of another; names and formulas are PyTorch's.</summary>
        public static partial class transforms
        {
            /// <summary>A function of values with an inverse and the logarithm of its derivative's size.</summary>
            /// <remarks>One of your own overrides <see cref="_call"/>, <see cref="_inverse"/>, <see cref="log_abs_det_jacobian"/> and
            /// <see cref="bijective"/>; of vectors, <see cref="domain"/> and <see cref="codomain"/> too.</remarks>
            public abstract class Transform
            {
                private Transform? inverse;

                /// <summary>The values it takes; numbers unless overridden.</summary>
                public virtual Constraint domain => real;

                /// <summary>The values it gives; numbers unless overridden.</summary>
                public virtual Constraint codomain => real;

                /// <summary>Whether each result comes from one argument alone.</summary>
                public virtual bool bijective => false;

                /// <summary>How many dimensions an argument and a result have.</summary>
                /// <exception cref="InvalidOperationException">They differ.</exception>
                public int event_dim => domain.event_dim == codomain.event_dim
                    ? domain.event_dim
                    : throw new InvalidOperationException($"{GetType().Name}: arguments have {domain.event_dim} dimensions, results "
                        + $"{codomain.event_dim}; ask domain.event_dim or codomain.event_dim");

                /// <summary>The inverse function.</summary>
                public virtual Transform inv => inverse ??= new InverseTransform(this);

                /// <summary>1 where the function rises, −1 where it falls.</summary>
                /// <exception cref="NotSupportedException">It is no function of numbers that does one of the two.</exception>
                public Tensor sign => _sign();

                /// <summary>The function's value.</summary>
                public Tensor forward(Tensor x) => _call(x);

                /// <summary>The logarithm of |dy/dx|, of vectors of the Jacobian's determinant, summed over the dimensions of an
                /// argument.</summary>
                /// <param name="x">Arguments.</param>
                /// <param name="y">The function's values for them.</param>
                /// <exception cref="NotSupportedException">The function has none.</exception>
                public virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) => throw Missing("log_abs_det_jacobian");

                /// <summary>The shape of the values for arguments of a shape.</summary>
                public virtual long[] forward_shape(long[] shape) => shape;

                /// <summary>The shape of the arguments for values of a shape.</summary>
                public virtual long[] inverse_shape(long[] shape) => shape;

                /// <summary>The function's value.</summary>
                protected internal abstract Tensor _call(Tensor x);

                /// <summary>An argument for which the function has this value.</summary>
                protected internal abstract Tensor _inverse(Tensor y);

                /// <summary>See <see cref="sign"/>.</summary>
                protected internal virtual Tensor _sign() => throw Missing("sign");

                /// <summary>What makes the function one of its kind: two with the same are the same function. Null when unknown.</summary>
                private protected virtual Tensor[]? Parameters => null;

                /// <summary>Whether two are known to be one function.</summary>
                internal bool Is(Transform other) => ReferenceEquals(this, other) || (GetType() == other.GetType()
                    && Parameters is { } mine && other.Parameters is { } its && mine.Zip(its, (a, b) => a.equal(b)).All(same => same));

                /// <summary>The sum over the last dimensions.</summary>
                internal static Tensor SumLast(Tensor value, int dimensions) =>
                    dimensions == 0 ? value : value.flatten(-dimensions).sum(-1);

                private NotSupportedException Missing(string what) =>
                    new($"{GetType().Name} has no {what}: it is not one function of one number");
            }
        }
    }
}
