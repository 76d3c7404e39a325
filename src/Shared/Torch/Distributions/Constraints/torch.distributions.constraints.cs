namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Sets of values that parameters, samples and arguments of transforms lie in; names are PyTorch's.</summary>
        public static partial class constraints
        {
            /// <summary>Known only to the distribution itself: nothing is checked.</summary>
            public static Constraint dependent { get; } = new("anything", x => ones_like(x, ScalarType.Bool));

            /// <summary>Numbers; NaN is none.</summary>
            public static Constraint real { get; } = new("a number", x => x.isnan().logical_not());

            /// <summary>Vectors of numbers.</summary>
            public static Constraint real_vector { get; } = new("a vector of numbers", x => x.isnan().logical_not().all(-1), event_dim: 1);

            /// <summary>Above 0.</summary>
            public static Constraint positive { get; } = new("above 0", x => x > 0);

            /// <summary>0 or above.</summary>
            public static Constraint nonnegative { get; } = new("0 or above", x => x >= 0);

            /// <summary>From 0 to 1.</summary>
            public static Constraint unit_interval { get; } = new("from 0 to 1", x => (x >= 0).logical_and(x <= 1));

            /// <summary>0 or 1.</summary>
            public static Constraint boolean { get; } = new("0 or 1", x => (x == 0).logical_or(x == 1), is_discrete: true);

            /// <summary>Whole numbers from 0.</summary>
            public static Constraint nonnegative_integer { get; } =
                new("a whole number, 0 or above", x => (x >= 0).logical_and(Whole(x)), is_discrete: true);

            /// <summary>Whole numbers from 1.</summary>
            public static Constraint positive_integer { get; } =
                new("a whole number, 1 or above", x => (x >= 1).logical_and(Whole(x)), is_discrete: true);

            /// <summary>Vectors of zeros with one 1.</summary>
            public static Constraint one_hot { get; } = new(
                "a vector of zeros with one 1", x => boolean.check(x).all(-1).logical_and(x.sum(-1) == 1), event_dim: 1, is_discrete: true);

            /// <summary>Vectors of probabilities: 0 or above, with the sum 1 (within 1e-6).</summary>
            public static Constraint simplex { get; } = new(
                "a vector of numbers, 0 or above, whose sum is 1",
                x => (x >= 0).all(-1).logical_and((x.sum(-1) - 1).abs() < 1e-6), event_dim: 1);

            /// <summary>Numbers from <paramref name="lower_bound"/> to <paramref name="upper_bound"/>, both included.</summary>
            public static Constraint interval(Tensor lower_bound, Tensor upper_bound) =>
                new("between the bounds", x => (x >= lower_bound).logical_and(x <= upper_bound));

            /// <summary>Numbers from <paramref name="lower_bound"/> to below <paramref name="upper_bound"/>.</summary>
            public static Constraint half_open_interval(Tensor lower_bound, Tensor upper_bound) =>
                new("between the bounds, below the upper one", x => (x >= lower_bound).logical_and(x < upper_bound));

            /// <summary>Numbers above <paramref name="lower_bound"/>.</summary>
            public static Constraint greater_than(Tensor lower_bound) => new("above the lower bound", x => x > lower_bound);

            /// <summary>Numbers not below <paramref name="lower_bound"/>.</summary>
            public static Constraint greater_than_eq(Tensor lower_bound) => new("not below the lower bound", x => x >= lower_bound);

            /// <summary>Numbers below <paramref name="upper_bound"/>.</summary>
            public static Constraint less_than(Tensor upper_bound) => new("below the upper bound", x => x < upper_bound);

            /// <summary>Whole numbers from <paramref name="lower_bound"/> to <paramref name="upper_bound"/>, both included.</summary>
            public static Constraint integer_interval(Tensor lower_bound, Tensor upper_bound) => new(
                "a whole number between the bounds",
                x => (x >= lower_bound).logical_and(x <= upper_bound).logical_and(Whole(x)), is_discrete: true);

            /// <summary>Vectors of whole numbers, 0 or above, whose sum is at most <paramref name="upper_bound"/>.</summary>
            public static Constraint multinomial(long upper_bound) => new(
                $"a vector of whole numbers, 0 or above, whose sum is at most {upper_bound}",
                x => nonnegative_integer.check(x).all(-1).logical_and(x.sum(-1) <= upper_bound), event_dim: 1, is_discrete: true);

            /// <summary>Values all of whose last dimensions' parts lie in a set.</summary>
            /// <param name="base_constraint">The set.</param>
            /// <param name="reinterpreted_batch_ndims">How many dimensions more one value has.</param>
            public static Constraint independent(Constraint base_constraint, int reinterpreted_batch_ndims) =>
                reinterpreted_batch_ndims == 0
                ? base_constraint
                : new(
                    base_constraint.Text, x => base_constraint.check(x).flatten(-reinterpreted_batch_ndims).all(-1),
                    base_constraint.event_dim + reinterpreted_batch_ndims, base_constraint.is_discrete);

            /// <summary>Whole numbers from 0 to those in a tensor.</summary>
            internal static Constraint UpTo(Tensor high) => new(
                "a whole number from 0 to the largest one", x => (x >= 0).logical_and(x <= high).logical_and(Whole(x)), is_discrete: true);

            internal static Constraint CountsOf(long total) => new(
                $"a vector of whole numbers, 0 or above, whose sum is {total}",
                x => nonnegative_integer.check(x).all(-1).logical_and(x.sum(-1) == total), event_dim: 1, is_discrete: true);

            private static Tensor Whole(Tensor x) => x.is_floating_point() ? x.floor() == x : ones_like(x, ScalarType.Bool);
        }
    }
}
