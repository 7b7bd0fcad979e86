package io.weir.jenkins.shipment;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts sending with Jenkins, stops with it, and follows folders that move. */
@Extension
public final class ShipmentLifecycle extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(ShipmentLifecycle.class.getName());

    @Override
    public void onLoaded() {
        ShipmentQueue.get().start();
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        try {
            ShipmentQueue.get().renamed(oldFullName, newFullName);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "shipments of " + newFullName + " are still kept under " + oldFullName);
        }
    }

    @Override
    public void onBeforeShutdown() {
        ShipmentQueue.get().stop();
    }
}
