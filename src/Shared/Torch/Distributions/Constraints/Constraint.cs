namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A set of values: those a parameter may have, those a distribution can give, those a transform takes.</summary>
            public sealed class Constraint
            {
                private readonly Func<Tensor, Tensor> holds;

                internal Constraint(string text, Func<Tensor, Tensor> holds, int event_dim = 0, bool is_discrete = false)
                {
                    (Text, this.holds) = (text, holds);
                    (this.event_dim, this.is_discrete) = (event_dim, is_discrete);
                }

                /// <summary>What a value of it is, after "has to be".</summary>
                internal string Text { get; }

                /// <summary>How many dimensions one value has: 0 for numbers, 1 for vectors, 2 for matrices.</summary>
                public int event_dim { get; }

                /// <summary>Whether the values lie apart, as whole numbers do.</summary>
                public bool is_discrete { get; }

                /// <summary>Whether each value lies in the set: truth values, of the shape without the last <see cref="event_dim"/>
                /// dimensions.</summary>
                public Tensor check(Tensor value) => holds(value);

                /// <summary>The value, if all of it lies in the set.</summary>
                /// <exception cref="ArgumentException">Something does not.</exception>
                internal Tensor Require(string distribution, string what, Tensor value)
                {
                    using var _ = no_grad();
                    var holds = check(value);
                    if (holds.all().ToBoolean()) return value;
                    if (holds.ndim == value.ndim && value.numel() == holds.numel())
                        throw new ArgumentException(
                            $"{distribution}: {what} has to be {Text}; it is {value.masked_select(holds.logical_not())[0].ToScalar()}");
                    throw new ArgumentException($"{distribution}: {what} has to be {Text}; it is {value}");
                }

                /// <summary>E.g. <c>Constraint(above 0)</c>.</summary>
                public override string ToString() => $"Constraint({Text})";
            }
        }
    }
}
