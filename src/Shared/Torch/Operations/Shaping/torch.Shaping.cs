namespace Qiansi;

public static partial class torch
{
    /// <summary>Without the dimensions of size 1, or without the one named if it is.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>With a dimension of size 1 put in.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Dimensions of size 1 repeated to other sizes, without memory of their own: a view. −1 leaves a size as it is.</summary>
    public static Tensor expand(Tensor input, ReadOnlySpan<long> sizes, bool isImplicit = false) => input.expand(sizes, isImplicit);

    /// <summary>Dimensions of size 1 repeated: a view.</summary>
    public static Tensor expand(Tensor input, params long[] sizes) => input.expand(sizes);

    /// <summary>Expanded to the shape of another tensor.</summary>
    public static Tensor expand_as(Tensor input, Tensor other) => input.expand_as(other);

    /// <summary>As <c>expand</c>.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <summary>A stretch of a dimension: a view.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <summary>Every step-th element of a dimension from start to before finish: a view. Negative ones count from the end; what is outside is cut off.</summary>
    public static Tensor slice(Tensor input, long dim, long start, long finish, long step) => input.slice(dim, start, finish, step);

    /// <summary>One index of a dimension, which goes: a view.</summary>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    /// <summary>A diagonal of each matrix of two dimensions, put last: a view.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => input.diagonal(offset, dim1, dim2);

    /// <summary>Windows of a dimension, size long and step apart, as a new last dimension: a view.</summary>
    public static Tensor unfold(Tensor input, long dimension, long size, long step) => input.unfold(dimension, size, step);

    /// <summary>Parts of so many elements of a dimension (the last may have fewer): views.</summary>
    public static Tensor[] split(Tensor input, long size, long dim = 0) => input.split(size, dim);

    /// <summary>Parts of given sizes of a dimension, which must add up to it: views.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary>At most so many parts of equal size (but the last) of a dimension: views.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => input.chunk(chunks, dim);

    /// <summary>Exactly so many parts of a dimension, the first ones one longer if need be: views.</summary>
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    /// <summary>So many parts (one number), or parts that end before the given indices (a vector): views.</summary>
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    /// <summary>Exactly so many parts of a dimension, the first ones one longer if need be: views.</summary>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    /// <summary>Each index of a dimension by itself: views.</summary>
    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    /// <summary>The whole repeated: so many times along each dimension, with new ones in front if there are more numbers than dimensions.</summary>
    public static Tensor repeat(Tensor input, params long[] sizes) => input.repeat(sizes);

    /// <summary>As <c>repeat</c>, with missing numbers taken as 1.</summary>
    public static Tensor tile(Tensor input, params long[] dims) => input.tile(dims);

    /// <summary>Each element repeated so many times, along a dimension or through all elements.</summary>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null) => input.repeat_interleave(repeats, dim);

    /// <summary>Each element repeated its own number of times, along a dimension or through all elements.</summary>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null) => input.repeat_interleave(repeats, dim);

    /// <summary>Dimensions turned round, in a copy.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <summary>Columns turned round.</summary>
    public static Tensor fliplr(Tensor input) => input.fliplr();

    /// <summary>Rows turned round.</summary>
    public static Tensor flipud(Tensor input) => input.flipud();

    /// <summary>Elements moved along a dimension (or through all elements), those that fall off coming in at the other end.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>Elements moved along dimensions, those that fall off coming in at the other end.</summary>
    public static Tensor roll(Tensor input, long[] shifts) => input.roll(shifts);

    /// <summary>Elements moved along dimensions, those that fall off coming in at the other end.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <summary>A quarter turn k times, from the first of two dimensions towards the second.</summary>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    /// <summary>The lower triangle of each matrix, up to and including a diagonal; zeros above.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>The upper triangle of each matrix, from a diagonal on; zeros below.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>The diagonal of a matrix, or a matrix with a vector as its diagonal.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <summary>Matrices with the last dimension as their diagonal.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => input.diag_embed(offset, dim1, dim2);

    /// <summary>The sum of the diagonal of a matrix.</summary>
    public static Tensor trace(Tensor input) => input.trace();

    /// <summary>The same elements in another shape, on the same memory; one size may be −1.</summary>
    public static Tensor view(Tensor input, params long[] shape) => input.view(shape);

    /// <summary>The same elements in another shape: a view where possible, else a copy; one size may be −1.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>A view in the shape of another tensor.</summary>
    public static Tensor view_as(Tensor input, Tensor other) => input.view_as(other);

    /// <summary>In the shape of another tensor.</summary>
    public static Tensor reshape_as(Tensor input, Tensor other) => input.reshape_as(other);

    /// <summary>Dimensions start_dim to end_dim as one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary>One dimension as several; one size may be −1.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <summary>All elements in one dimension.</summary>
    public static Tensor ravel(Tensor input) => input.ravel();

    /// <summary>Dimensions in another order: a view.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>Dimensions in another order: a view.</summary>
    public static Tensor permute(Tensor input, IEnumerable<long> permutation) => input.permute(permutation);

    /// <summary>Two dimensions exchanged: a view.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>As <c>transpose</c>.</summary>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);

    /// <summary>As <c>transpose</c>.</summary>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);

    /// <summary>The transpose of a matrix; a vector stays as it is.</summary>
    public static Tensor t(Tensor input) => input.t();

    /// <summary>Dimensions moved to other places, the others keeping their order.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>A dimension moved to another place: a view.</summary>
    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>Dimensions moved to other places: a view.</summary>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <summary>As <c>movedim</c>.</summary>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.moveaxis(source, destination);
}
