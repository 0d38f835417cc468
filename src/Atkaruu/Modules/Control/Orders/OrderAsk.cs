namespace Atkaruu.Modules.Control.Orders;

/// <summary>A verb of the page that needs a reason, as <c>_Ask.cshtml</c> shows it.</summary>
/// <param name="WithDay">Asks for a day as well.</param>
public sealed record OrderAsk(OrderModel Page, string Verb, bool WithDay = false);
