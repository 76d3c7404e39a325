namespace Qiansi;

public static partial class torch
{
    /// <summary>The largest element; NaN when there is one.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The smallest element; NaN when there is one.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The largest elements over dimensions; the gradient is shared by equals.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false) => input.amax(dims, keepdim);

    /// <summary>The smallest elements over dimensions; the gradient is shared by equals.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false) => input.amin(dims, keepdim);

    /// <summary>The largest elements over dimensions.</summary>
    public static Tensor amax(Tensor input, params long[] dims) => input.amax(dims);

    /// <summary>The smallest elements over dimensions.</summary>
    public static Tensor amin(Tensor input, params long[] dims) => input.amin(dims);

    /// <summary>The smallest and the largest elements, over one dimension or all.</summary>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) => input.aminmax(dim, keepdim);

    /// <summary>The largest elements along a dimension, and where they are (the first, of equals).</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <summary>The smallest elements along a dimension, and where they are (the first, of equals).</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <summary>Where the largest element is, counted through all elements.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>Where the largest element along a dimension is; the first, of equals.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>Where the smallest element is, counted through all elements.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary>Where the smallest element along a dimension is; the first, of equals.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>The sums of the elements so far, along a dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>The products of the elements so far, along a dimension.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    /// <summary>Differences of neighbours along a dimension, n times over.</summary>
    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => input.diff(n, dim, prepend, append);

    /// <summary>As <see cref="Tensor.trapezoid(double, long)"/>.</summary>
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <summary>As <see cref="Tensor.trapezoid(Tensor, long)"/>.</summary>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    /// <summary>eˣ / Σ eˣ along a dimension: numbers to probabilities.</summary>
    public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    /// <summary>x − ln Σ eˣ along a dimension: the logarithm of <c>softmax</c>, without its rounding.</summary>
    public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

    /// <summary>Elements in order along a dimension, and where they were; equal ones keep their order, NaN counts as largest.</summary>
    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => input.sort(dim, descending, stable);

    /// <summary>The indices that put a dimension in order.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    /// <summary>Rows in order, each column by itself.</summary>
    public static Tensor msort(Tensor tensor) => tensor.msort();

    /// <summary>The k largest (or smallest) elements along a dimension, in order, and where they are.</summary>
    public static (Tensor values, Tensor indexes) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) => tensor.topk(k, dim, largest, sorted);

    /// <summary>The k-th smallest element along a dimension, counted from 1, and where it is.</summary>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim = null, bool keepdim = false) => input.kthvalue(k, dim, keepdim);

    /// <summary>The median of all elements; the lower one of two. NaN when there is one.</summary>
    public static Tensor median(Tensor input) => input.median();

    /// <summary>The medians along a dimension, the lower one of two, and where they are; the first NaN, where there is one.</summary>
    public static (Tensor values, Tensor indices) median(Tensor input, long dim, bool keepdim = false) => input.median(dim, keepdim);

    /// <summary>The different elements in order; where each element's value stands among them; how often each occurs.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) => input.unique(sorted, return_inverse, return_counts, dim);

    /// <summary>Elements without repetitions of the one before; where each element's value stands among them; how often in a row each occurs.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) => input.unique_consecutive(return_inverse, return_counts, dim);

    /// <summary>How often each number from 0 on occurs, or the sum of the weights there.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    /// <summary>The largest elements so far along a dimension.</summary>
    public static (Tensor values, Tensor indexes) cummax(Tensor input, long dim) => input.cummax(dim);

    /// <summary>The smallest elements so far along a dimension.</summary>
    public static (Tensor values, Tensor indexes) cummin(Tensor input, long dim) => input.cummin(dim);

    /// <summary>The variance of all elements.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>The variance over dimensions.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over one dimension.</summary>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>The standard deviation over dimensions.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over one dimension.</summary>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    /// <summary>The variance and the mean of all elements.</summary>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);

    /// <summary>The standard deviation and the mean over dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean over one dimension.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean over dimensions.</summary>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean over one dimension.</summary>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>ln Σ eˣ over one dimension, without overflow.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary>ln Σ eˣ over dimensions, without overflow.</summary>
    public static Tensor logsumexp(Tensor input, long[] dims, bool keepdim = false) => input.logsumexp(dims, keepdim);

    /// <summary>The p-norm of all elements, (Σ|x|ᵖ)^(1/p).</summary>
    /// <param name="input">Numbers of any shape.</param>
    /// <param name="p">
    /// With a point or an f: <c>norm(x, 1f)</c>. An integer names a dimension, as in TorchSharp:
    /// <c>norm(x, 1)</c> is the 2-norm along dimension 1.
    /// </param>
    public static Tensor norm(Tensor input, float p = 2.0f) => input.norm(p);

    /// <summary>
    /// The p-norm along a dimension: <c>norm(x, 1)</c> is the 2-norm of a matrix's rows, where PyTorch's is the 1-norm of all elements,
    /// here <c>norm(x, 1f)</c>.
    /// </summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2.0f) => input.norm(dimension, keepdim, p);

    /// <summary>The p-norm of the difference.</summary>
    public static Tensor dist(Tensor input, Tensor other, float p = 2.0f) => input.dist(other, p);

    /// <summary>The sum of all elements; of integers and truth values an int64.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>The sum over dimensions; none named means all.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>The sum over dimensions.</summary>
    public static Tensor sum(Tensor input, long[] dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>The sum over one dimension.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>The sum over two dimensions.</summary>
    public static Tensor sum(Tensor input, long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => input.sum(dim0, dim1, keepdim, type);

    /// <summary>The sum over three dimensions.</summary>
    public static Tensor sum(Tensor input, long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => input.sum(dim0, dim1, dim2, keepdim, type);

    /// <summary>The mean of all elements.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>The mean over dimensions; none named means all.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => input.mean(dimensions, keepdim, type);

    /// <summary>The mean over one dimension.</summary>
    public static Tensor mean(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.mean(dim, keepdim, type);

    /// <summary>The product of all elements.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <summary>The product over one dimension.</summary>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);

    /// <summary>Whether all elements are not zero.</summary>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>Whether all elements along a dimension are not zero.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <summary>Whether any element is not zero.</summary>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>Whether any element along a dimension is not zero.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>How many elements are not zero, over all or some dimensions.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    /// <summary>The sum over one dimension. With an int: else a literal 0 would mean a ScalarType.</summary>
    public static Tensor sum(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>The product over one dimension. With an int: else a literal 0 would mean a ScalarType.</summary>
    public static Tensor prod(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);
}
