namespace Qiansi.Metrics.Panel;

/// <summary>A figure's last minute, one mean a second.</summary>
internal sealed class Series
{
    /// <summary>Seconds kept.</summary>
    public const int Length = 60;

    private readonly float[] _values = new float[Length];
    private long _second = -1;
    private int _known;
    private double _sum;
    private int _count;

    /// <summary>Seconds known so far.</summary>
    public int Count => _known;

    /// <summary>The largest of the minute, 0 when nothing is known.</summary>
    public double Max
    {
        get
        {
            var max = 0f;
            for (var age = 0; age < _known; age++)
                if (this[age] > max) max = this[age];
            return max;
        }
    }

    /// <summary>The smallest of the minute, 0 when nothing is known.</summary>
    public double Min
    {
        get
        {
            var min = float.MaxValue;
            for (var age = 0; age < _known; age++)
                if (this[age] < min) min = this[age];
            return min == float.MaxValue ? 0 : min;
        }
    }

    /// <summary>The value of some seconds ago; NaN where it could not be read.</summary>
    public float this[int age] => _values[(int)((_second - age) % Length)];

    /// <summary>Adds a value; seconds that were left out since the one before have its value.</summary>
    public void Add(TimeSpan elapsed, double? value)
    {
        var second = (long)elapsed.TotalSeconds;
        if (second != _second) (_sum, _count) = (0, 0);
        if (value is { } number && double.IsFinite(number)) (_sum, _count) = (_sum + number, _count + 1);
        var mean = _count > 0 ? (float)(_sum / _count) : float.NaN;
        if (_second < 0) _second = second - 1;
        for (var s = Math.Max(_second + 1, second - Length + 1); s < second; s++) _values[s % Length] = mean;
        _values[second % Length] = mean;
        _known = (int)Math.Min(Length, _known + (second - _second));
        _second = second;
    }
}
