using System.Runtime.CompilerServices;

namespace Qiansi.TorchBridge;

/// <summary>Actions before and after an optimizer's steps, which TorchSharp's optimizers do not take.</summary>
public static class StepHooks
{
    private static readonly ConditionalWeakTable<optim.Optimizer, Hooks> All = [];

    extension(optim.Optimizer optimizer)
    {
        /// <summary>Calls an action before each step of a cell.</summary>
        public HookHandle register_step_pre_hook(Action<optim.Optimizer> hook)
        {
            var hooks = All.GetOrCreateValue(optimizer);
            hooks.Before += hook;
            return new(() => hooks.Before -= hook);
        }

        /// <summary>Calls an action after each step of a cell.</summary>
        public HookHandle register_step_post_hook(Action<optim.Optimizer> hook)
        {
            var hooks = All.GetOrCreateValue(optimizer);
            hooks.After += hook;
            return new(() => hooks.After -= hook);
        }
    }

    internal static Tensor? Step(optim.Optimizer optimizer, Func<Tensor>? closure)
    {
        All.TryGetValue(optimizer, out var hooks);
        hooks?.Before?.Invoke(optimizer);
        var loss = optimizer.step(closure);
        hooks?.After?.Invoke(optimizer);
        return loss;
    }

    private sealed class Hooks
    {
        public Action<optim.Optimizer>? Before, After;
    }
}
