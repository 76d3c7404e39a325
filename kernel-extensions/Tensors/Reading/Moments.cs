namespace Qiansi.Tensors.Reading;

/// <summary>Sums up what <see cref="Statistics"/> says, one chunk after the other.</summary>
internal sealed class Moments
{
    private double _min = double.PositiveInfinity;
    private double _max = double.NegativeInfinity;
    private double _mean;
    private double _squares;
    private long _finite;
    private long _zeros;
    private long _nan;
    private long _positive;
    private long _negative;

    /// <summary>
    /// Adds numbers; means and squares of chunks are joined as Chan, Golub and LeVeque do, which keeps digits when the mean is large.
    /// </summary>
    public void Add(ReadOnlySpan<double> values)
    {
        double sum = 0;
        long finite = 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                if (double.IsNaN(value)) _nan++;
                else if (value > 0) _positive++;
                else _negative++;
                continue;
            }

            if (value < _min) _min = value;
            if (value > _max) _max = value;
            if (value == 0) _zeros++;
            sum += value;
            finite++;
        }

        if (finite == 0) return;
        var mean = sum / finite;
        double squares = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value)) squares += (value - mean) * (value - mean);
        }

        var all = _finite + finite;
        var apart = mean - _mean;
        _squares += squares + (apart * apart * _finite / all * finite);
        _mean += apart * finite / all;
        _finite = all;
    }

    /// <summary>The statistics of what was added.</summary>
    /// <param name="count">How many elements there are, looked at or not.</param>
    public Statistics Finish(long count)
    {
        var none = _finite == 0;
        return new Statistics(
            count,
            _finite + _nan + _positive + _negative,
            none ? double.NaN : _min,
            none ? double.NaN : _max,
            none ? double.NaN : _mean,
            _finite < 2 ? double.NaN : Math.Sqrt(_squares / (_finite - 1)),
            _zeros,
            _nan,
            _positive,
            _negative);
    }
}
