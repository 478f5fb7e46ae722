using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Operating.Metrics;

/// <summary>What attempts are counted by.</summary>
internal readonly record struct AttemptKey(string Provider, string Path, DeliveryAction Action);
