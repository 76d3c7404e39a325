using Qiansi.Torch.Printing;

namespace Qiansi;

public static partial class torch
{
    /// <summary>How tensors are printed from now on; what is left out goes back to PyTorch's default.</summary>
    /// <param name="precision">Digits after the point.</param>
    /// <param name="threshold">More elements than this are summarised.</param>
    /// <param name="edgeitems">How many elements at each end of a dimension a summary shows.</param>
    /// <param name="linewidth">Characters a line.</param>
    /// <param name="sci_mode">Always or never with an exponent; null: when numbers ask for it.</param>
    public static void set_printoptions(int precision = 4, long threshold = 1000, int edgeitems = 3, int linewidth = 80, bool? sci_mode = null) =>
        PrintOptions.Current = new PrintOptions(precision, threshold, edgeitems, linewidth, sci_mode);

    public partial class Tensor
    {
        /// <summary>The elements as PyTorch prints them, with type and place in the graph where they are not the usual.</summary>
        public override string ToString() => TensorText.Of(this, PrintOptions.Current);

        /// <summary>The elements as PyTorch prints them, with other options.</summary>
        public string ToString(PrintOptions options) => TensorText.Of(this, options);

        /// <summary>The elements as PyTorch prints them.</summary>
        public string str() => ToString();

        /// <summary>Writes <see cref="ToString()"/> and a line break to the console.</summary>
        /// <returns>This tensor.</returns>
        public Tensor print()
        {
            Console.WriteLine(ToString());
            return this;
        }
    }
}
