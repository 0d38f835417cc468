namespace Atkaruu.Journeys;

internal static class NoJourneysYet;
