namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Sets elements to 0 with probability p and scales the others by 1/(1 − p), so that the mean stays (Srivastava et al. 2014).
            /// </summary>
            /// <param name="training">False: nothing is dropped.</param>
            /// <exception cref="ArgumentException">p is no probability.</exception>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop("dropout", input, p, training, inplace, input.sizes);

            /// <summary>Sets whole channels (dimension 1) to 0 with probability p: for signals (N, C, L).</summary>
            /// <exception cref="ArgumentException">p is no probability, or there are no channels.</exception>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop("dropout1d", input, p, training, inplace, Channels("dropout1d", input));

            /// <summary>Sets whole channels (dimension 1) to 0 with probability p: for images (N, C, H, W).</summary>
            /// <exception cref="ArgumentException">p is no probability, or there are no channels.</exception>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop("dropout2d", input, p, training, inplace, Channels("dropout2d", input));

            private static Tensor Drop(string operation, Tensor input, double p, bool training, bool inplace, long[] mask)
            {
                if (p is < 0 or > 1 or double.NaN)
                    throw new ArgumentException($"{operation}: p is {p}; it must be a probability between 0 and 1");
                if (!training || p == 0 || input.count == 0) return input;
                var noise = Tensor.Empty(mask, input.type);
                using (no_grad())
                {
                    noise.bernoulli_(1 - p);
                    if (p < 1) noise.div_(1 - p);
                }
                return inplace ? input.mul_(noise) : input * noise;
            }

            private static long[] Channels(string operation, Tensor input)
            {
                if (input.sizes.Length < 2)
                    throw new ArgumentException($"{operation}: shape {Shape.Text(input.sizes)} has no channels; (N, C, …) is needed");
                var shape = new long[input.sizes.Length];
                Array.Fill(shape, 1);
                (shape[0], shape[1]) = (input.sizes[0], input.sizes[1]);
                return shape;
            }
        }
    }
}
