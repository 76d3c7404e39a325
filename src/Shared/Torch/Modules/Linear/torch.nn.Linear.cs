using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A layer x·Wᵀ + b.</summary>
        /// <param name="inputSize">How many features come in: the last size of the input.</param>
        /// <param name="outputSize">How many features go out.</param>
        /// <param name="hasBias">Whether there is a b.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, dtype);

        /// <summary>A layer x·Wᵀ + b with these parameters.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A layer x₁ᵀ·W·x₂ + b.</summary>
        public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => new(in1_features, in2_features, out_features, hasBias, dtype);

        /// <summary>A layer that gives what it is given.</summary>
        public static Identity Identity() => new();

        /// <summary>A layer that makes several dimensions one, by default all but the first.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>A layer that makes one dimension several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
    }
}
