using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qiansi.Charts.Json;

/// <summary>Writes parts of a figure as the JSON Plotly reads.</summary>
internal sealed class PlotlyJsonWriter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private readonly string _format;

    private PlotlyJsonWriter(int digits) => _format = digits >= 17 ? "R" : "G" + digits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The JSON of a value in one of the forms of a figure.</summary>
    /// <param name="value">Made by <see cref="Values.PlotlyValue"/>.</param>
    /// <param name="digits">Significant digits of numbers in arrays; 17 keeps all.</param>
    public static string Write(object? value, int digits = 17)
    {
        var writer = new PlotlyJsonWriter(digits);
        writer.Append(value);
        return writer._text.ToString();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case bool flag:
                _text.Append(flag ? "true" : "false");
                break;
            case double number:
                Number(number, "R");
                break;
            case string text:
                _text.Append(JsonSerializer.Serialize(text, Plain));
                break;
            case double[] numbers:
                List(numbers, n => Number(n, _format));
                break;
            case PlotlyObject part:
                Part(part);
                break;
            case Array items:
                List(items.Cast<object?>(), Append);
                break;
            default:
                throw new InvalidOperationException($"a figure holds a {value.GetType()}, which has no JSON");
        }
    }

    /// <summary>JSON has no NaN and no infinity; Plotly leaves a gap where null stands.</summary>
    private void Number(double value, string format)
    {
        if (!double.IsFinite(value)) _text.Append("null");
        else if (value == Math.Truncate(value) && Math.Abs(value) < 1e15) _text.Append((long)value);
        else _text.Append(value.ToString(format, CultureInfo.InvariantCulture));
    }

    private void Part(PlotlyObject part)
    {
        _text.Append('{');
        var first = true;
        foreach (var (name, value) in part)
        {
            if (!first) _text.Append(',');
            first = false;
            _text.Append(JsonSerializer.Serialize(name, Plain)).Append(':');
            Append(value);
        }

        _text.Append('}');
    }

    private void List<T>(IEnumerable<T> items, Action<T> append)
    {
        _text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first) _text.Append(',');
            first = false;
            append(item);
        }

        _text.Append(']');
    }
}
