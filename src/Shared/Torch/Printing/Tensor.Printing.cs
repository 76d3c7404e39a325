using System.Globalization;
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
    public static void set_printoptions(int precision = 4, long threshold = 1000, int edgeitems = 3, int linewidth = 80,
        bool? sci_mode = null) =>
        PrintOptions.Current = new PrintOptions(precision, threshold, edgeitems, linewidth, sci_mode);

    /// <summary>How tensors are printed from now on: the language they look like, and what is given besides.</summary>
    /// <param name="style">PyTorch, NumPy, Julia, C#, or only type and shape.</param>
    /// <param name="floatFormat">A .NET format of real numbers, such as <c>"0.00"</c>; unchanged when null.</param>
    /// <param name="linewidth">Characters a line; unchanged when null.</param>
    public static void set_printoptions(TensorStringStyle style, string? floatFormat = null, int? linewidth = null)
    {
        TensorStringStyle = style;
        PrintOptions.Current = PrintOptions.Current.With(floatFormat, linewidth, null);
    }

    /// <summary>The language that tensors look like when they are printed; PyTorch's at first.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Default;

    /// <summary>Tensors as Julia prints them: <c>torch.TensorStringStyle = torch.julia</c>.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;

    /// <summary>Tensors as NumPy prints them: <c>torch.TensorStringStyle = torch.numpy</c>.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>Tensors as C# writes arrays: <c>torch.TensorStringStyle = torch.csharp</c>.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    public partial class Tensor
    {
        /// <summary>The elements as PyTorch prints them, with type and place in the graph where they are not the usual;
        /// or in the style that is set.</summary>
        public override string ToString() => StyledText.Of(this, TensorStringStyle, PrintOptions.Current);

        /// <summary>The elements as PyTorch prints them, with other options; or in the style that is set.</summary>
        public string ToString(PrintOptions options) => StyledText.Of(this, TensorStringStyle, options);

        /// <summary>The elements in a style.</summary>
        /// <param name="style">The language they look like; <see cref="TensorStringStyle.Default"/> is PyTorch.</param>
        /// <param name="fltFormat">A .NET format of real numbers, such as <c>"0.00"</c> or <c>"g5"</c>.</param>
        /// <param name="width">Characters a line.</param>
        /// <param name="cultureInfo">Whose points and signs the format uses; the invariant one when null.</param>
        /// <param name="newLine">What ends a line; <c>"\n"</c> when null.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            var text = StyledText.Of(this, style, PrintOptions.Current.With(fltFormat, width, cultureInfo));
            return newLine is null ? text : text.Replace("\n", newLine, StringComparison.Ordinal);
        }

        /// <summary>The elements in the style that is set, or another.</summary>
        /// <remarks>See <see cref="ToString(TensorStringStyle, string, int?, CultureInfo, string)"/>.</remarks>
        public string str(
            string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
            TensorStringStyle style = TensorStringStyle.Default) =>
            ToString(style == TensorStringStyle.Default ? TensorStringStyle : style, fltFormat, width, cultureInfo, newLine);

        /// <summary>The elements as Julia prints them.</summary>
        public string jlstr(string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
            ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

        /// <summary>The elements as NumPy prints them.</summary>
        public string npstr(string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
            ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

        /// <summary>The elements as C# writes arrays.</summary>
        public string cstr(string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
            ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

        /// <summary>Writes <see cref="str"/> and a line break to the console.</summary>
        /// <returns>This tensor.</returns>
        public Tensor print(
            string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
            TensorStringStyle style = TensorStringStyle.Default)
        {
            Console.WriteLine(str(fltFormat, width, newLine, cultureInfo, style));
            return this;
        }
    }
}
