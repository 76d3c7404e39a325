namespace Qiansi;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a custom function hands from its forward to its backward.</summary>
        public sealed class AutogradContext
        {
            private readonly Dictionary<string, object?> data = [];
            private Qiansi.Torch.Autograd.Saved[] saved = [];
            internal HashSet<Tensor> notDifferentiable = new(ReferenceEqualityComparer.Instance);

            internal AutogradContext()
            {
            }

            /// <summary>Keeps tensors; a write in place on one of them before backward is an error.</summary>
            public void save_for_backward(IEnumerable<Tensor> tensors) =>
                saved = [.. tensors.Select(t => new Qiansi.Torch.Autograd.Saved(t))];

            /// <summary>The tensors given to <see cref="save_for_backward"/>, in their order.</summary>
            /// <exception cref="InvalidOperationException">One was written in place since, or the graph was freed.</exception>
            public List<Tensor> get_saved_variables() => [.. saved.Select(s => s.Value)];

            /// <summary>Keeps anything that is no tensor by name, for <see cref="get_data"/>; what had the name before goes.</summary>
            public void save_data(string key, object? value) => data[key] = value;

            /// <summary>What was kept by name; null when nothing was.</summary>
            public object? get_data(string key) => data.GetValueOrDefault(key);

            /// <summary>Says which outputs of the function get no gradient: their <c>requires_grad</c> is false.</summary>
            public void mark_non_differentiable(IEnumerable<Tensor> tensors) => notDifferentiable.UnionWith(tensors);

            /// <summary>Whether an output that was not used has a gradient of zeros (the default) or null.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>Whether an output that was not used has a gradient of zeros.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal void Release()
            {
                for (var i = 0; i < saved.Length; i++) saved[i].Release();
            }
        }
    }
}
